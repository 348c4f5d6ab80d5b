import type { App, Context, ProviderId, Rendering, Some } from '../../model.ts'
import { providerSignIn } from '../../render/bootstrap/sign-in.ts'
import { stages } from '../../render/environments.ts'
import { providerNames } from '../../render/provider-names.ts'
import { textsOf } from '../../text.ts'
import { samDelivery } from './delivery.ts'
import type { FeatureSignIn } from './feature/resources.ts'
import { inAws } from './in-aws.ts'
import { deployScript, featureScript, sweepScript } from './scripts.ts'

/** The same pipeline by another provider: the scripts and what AWS holds, and the deliveries that the provider's own file is made of. */
export function samFor(provider: ProviderId, apps: Some<App>, context: Context): Rendering {
  const features = context.config.environments !== null && context.config.environments !== 'none'
  const deliveries = apps.map((app) => samDelivery(app, provider, context, features))
  const feature = features ? featureSignIn(provider, deliveries, context) : null
  return {
    ...inAws(apps, feature, context),
    files: [deployScript, ...(feature ? [featureScript] : []), ...(feature?.sweep ? [sweepScript] : [])],
    steps: [],
    delivery: [
      'Push',
      `${providerNames[provider]} tests and builds once`,
      ...stages(context).map((one) => `${one.name}${one.approval ? ' (approved)' : ''}`),
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
    goes: sweep ? 'goes when it did not change for two weeks' : 'goes with the branch, or after two weeks',
  }
}
