import type { Context, Rendering, Some } from '../model.ts'
import { type Texts, textsIn, textsOf } from '../text.ts'
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
  const workflows = workflowsWithRole(renderings)
  const trust = needsRole ? trusts(context, workflows, textsOf(context)) : null
  if (trust?.ok === false) return trust
  // Files are in English, whoever reads the pull request.
  const inFile = needsRole ? trusts(context, workflows, textsIn('en')) : null
  if (inFile?.ok === false) return inFile
  const content = bootstrapTemplate(renderings, inFile, context)
  return { ok: true, rendering: rendering(content, trust, context) }
}

function rendering(content: string, trust: Trusted | null, context: Context): Rendering {
  const texts = textsOf(context)
  const delivery: Some<string> = [texts.bootstrap.signsIn]
  const doubt = trust?.ofStages[0].trust
  return {
    files: [{ path: bootstrapPath, mode: '100644', content, purpose: purpose(trust, texts) }],
    steps: bootstrapSteps(trust, context),
    settings: trust ? bootstrapSettings(context) : [],
    permissions: [],
    bootstrap: null,
    happens: [],
    warnings: doubt?.form === 'both' ? [doubt.because] : [],
    costs: trust ? [texts.bootstrap.costs] : [],
    leftovers: stages(context).map((stage) => leftover(stackName(context, stage.slug), trust, texts)),
    facts: trust ? facts(context) : [],
    delivery,
  }
}

function purpose(trust: Trusted | null, texts: Texts): string {
  return trust ? texts.bootstrap.purposeTrusting : texts.bootstrap.purpose
}

function leftover(stack: string, trust: Trusted | null, texts: Texts): string {
  const stays = trust ? texts.bootstrap.providerStays : ''
  return texts.bootstrap.leftover(stack, stays)
}

function facts(context: Context): Rendering['facts'] {
  return [
    fact('oidc-immutable-subject'),
    fact('oidc-one-provider'),
    ...(context.aws.partition === 'aws-cn' ? [fact('oidc-china-audience')] : []),
    ...(stages(context)[0].github ? [fact('environments-plans')] : []),
  ]
}
