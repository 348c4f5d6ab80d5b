import type { Context, Delivery, Step } from '../../../model.ts'
import type { Texts } from '../../../text.ts'
import { stages } from '../../environments.ts'
import { code } from '../../markdown.ts'

/** Turns on Pipelines and makes the environments whose ids the bootstrap stacks take. */
export function bitbucketEnvironments(
  deliveries: readonly Delivery[],
  context: Context,
  texts: Texts['providers'],
): Step {
  const features = deliveries.some(({ feature }) => feature !== null)
  const { host } = context.repository
  const all = stages(context)
  const names = [...(features ? ['feature'] : []), ...all.map(({ slug }) => slug)].map(code)
  const asks = all.filter(({ approval }) => approval).map(({ slug }) => code(slug))
  const elsewhere = host === 'bitbucket.org' ? '' : texts.bitbucketElsewhere(code(host))
  return {
    when: 'before merge',
    title: texts.bitbucketEnvironments,
    text: `${elsewhere}${texts.bitbucketEnvironmentsText(names, asks)}`,
    commands: [],
    link: 'https://support.atlassian.com/bitbucket-cloud/docs/set-up-and-monitor-deployments/',
  }
}
