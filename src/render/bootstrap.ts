import type { Context, Rendering, Some } from '../model.ts'
import { bootstrapSettings, bootstrapSteps, stackName } from './bootstrap/steps.ts'
import { bootstrapTemplate } from './bootstrap/template.ts'
import { type Trusted, trusts } from './bootstrap/trust.ts'
import { workflowsWithRole } from './bootstrap/workflows.ts'
import { stages } from './environments.ts'
import { fact } from './facts.ts'

/** Where the one bootstrap template of a repository lies. */
export const bootstrapPath = 'infra/cicd/bootstrap.yaml'

/** `ok: false`: no exact trust policy can be written; `because` says what to do. Null: no rendering needs anything in AWS. */
export type Bootstrap =
  | { readonly ok: true; readonly rendering: Rendering }
  | { readonly ok: false; readonly because: string }
  | null

/**
 * The one bootstrap template of the repository, with its steps, variables and facts, from what all renderings need of AWS:
 * OIDC provider (created or reused), the deploy role with their permissions, and their own parameters, resources and outputs.
 * It is deployed once for each stage, with the parameter `Environment` as the stage's slug.
 */
export function renderBootstrap(renderings: readonly Rendering[], context: Context): Bootstrap {
  const needsRole = renderings.some((rendering) => rendering.permissions.length > 0)
  if (!needsRole && renderings.every((rendering) => rendering.bootstrap === null)) return null
  const trust = needsRole ? trusts(context, workflowsWithRole(renderings)) : null
  if (trust?.ok === false) return trust
  const content = bootstrapTemplate(renderings, trust, context)
  return { ok: true, rendering: rendering(content, trust, context) }
}

function rendering(content: string, trust: Trusted | null, context: Context): Rendering {
  const delivery: Some<string> = ['GitHub Actions signs in with OIDC']
  const doubt = trust?.ofStages[0].trust
  return {
    files: [{ path: bootstrapPath, mode: '100644', content, purpose: purpose(trust) }],
    steps: bootstrapSteps(trust, context),
    settings: trust ? bootstrapSettings(context) : [],
    permissions: [],
    bootstrap: null,
    happens: [],
    warnings: doubt?.form === 'both' ? [doubt.because] : [],
    costs: trust ? ['The OIDC provider and the deploy role are free.'] : [],
    leftovers: stages(context).map((stage) => leftover(stackName(context, stage.slug), trust)),
    facts: trust ? facts(context) : [],
    delivery,
  }
}

function purpose(trust: Trusted | null): string {
  return trust
    ? 'CloudFormation: lets this repository, and no other, deploy without stored keys'
    : 'CloudFormation: what the deployment needs in AWS beforehand'
}

function leftover(stack: string, trust: Trusted | null): string {
  const stays = trust ? ' (the OIDC provider stays: other repositories may use it)' : ''
  return `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\`${stays}`
}

function facts(context: Context): Rendering['facts'] {
  return [
    fact('oidc-immutable-subject'),
    fact('oidc-one-provider'),
    ...(context.aws.partition === 'aws-cn' ? [fact('oidc-china-audience')] : []),
    ...(stages(context)[0].github ? [fact('environments-plans')] : []),
  ]
}
