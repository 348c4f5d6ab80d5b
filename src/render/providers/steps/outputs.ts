import type { Context, Delivery } from '../../../model.ts'
import { stackName } from '../../bootstrap/steps.ts'
import { type Stage, stages } from '../../environments.ts'
import { privatePackages } from '../../private-packages.ts'
import { shellWord } from '../../shell.ts'

/** A shell command that prints an output of the bootstrap stack of an environment. */
export function bootstrapOutput(context: Context, slug: string, key: string): string {
  return `aws cloudformation describe-stacks --stack-name ${stackName(context, slug)} --query "Stacks[0].Outputs[?OutputKey=='${key}'].OutputValue" --output text`
}

/** A word of a shell command that gives the Region of an environment. */
export function regionOf(stage: Stage): string {
  return stage.region ? shellWord(stage.region) : '"$(aws configure get region)"'
}

/** Where a role's ARN comes from: the environments, and the feature branches in the account of the first one. */
export interface RoleSource {
  readonly stage: Stage
  /** The environment on the provider's side. */
  readonly slug: string
  readonly output: 'DeployRoleArn' | 'FeatureRoleArn'
  readonly feature: boolean
}

/** One for each environment, then one for feature branches where there are any. */
export function roleSources(deliveries: readonly Delivery[], context: Context): readonly RoleSource[] {
  const all = stages(context)
  const own = all.map((stage): RoleSource => ({ stage, slug: stage.slug, output: 'DeployRoleArn', feature: false }))
  if (deliveries.every(({ feature }) => feature === null)) return own
  return [...own, { stage: all[0], slug: 'feature', output: 'FeatureRoleArn', feature: true }]
}

/** Names of the tokens for private packages that builds want. */
export function tokensOf(deliveries: readonly Delivery[]): readonly string[] {
  return [...new Set(deliveries.flatMap(({ app }) => Object.keys(privatePackages.env(app))))]
}
