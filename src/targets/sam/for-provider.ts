import type { App, Context, ProviderId, Rendering, Some } from '../../model.ts'
import { providerSignIn } from '../../render/bootstrap/sign-in.ts'
import { providerNames } from '../../render/provider-names.ts'
import { textsOf } from '../../text.ts'
import { samDelivery } from './delivery.ts'
import type { FeatureSignIn } from './feature/resources.ts'
import { inAws, stageNames } from './in-aws.ts'
import { deployScript, featureScript, sweepScript } from './scripts.ts'

/** The same pipeline by another provider: the scripts and what AWS holds, and the deliveries that the provider's own file is made of. */
export function samFor(provider: ProviderId, apps: Some<App>, context: Context): Rendering {
  const texts = textsOf(context)
  const features = context.config.environments !== null && context.config.environments !== 'none'
  const deliveries = apps.map((app) => samDelivery(app, provider, context, features))
  const feature = features ? featureSignIn(provider, deliveries, context) : null
  return {
    ...inAws(apps, feature, context),
    files: [
      deployScript(texts),
      ...(feature ? [featureScript(texts)] : []),
      ...(feature?.sweep ? [sweepScript(texts)] : []),
    ],
    steps: [],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      texts.sam.builtBy(providerNames[provider]),
      ...stageNames(context),
    ],
    deliveries,
  }
}

/** GitLab tells when a branch goes; the others do not, so old stacks are looked for. */
function featureSignIn(
  provider: ProviderId,
  deliveries: Rendering['deliveries'],
  context: Context,
): FeatureSignIn | null {
  const signIn = providerSignIn(deliveries ?? [], context, 'feature', textsOf(context))
  if (signIn === null) return null
  const sweep = provider !== 'gitlab'
  return {
    trust: signIn.trust,
    by: signIn.by,
    output: `The role that ${signIn.by} deploys feature branches with`,
    parameters: signIn.parameters,
    sweep,
    goes: sweep ? 'later' : 'either',
  }
}
