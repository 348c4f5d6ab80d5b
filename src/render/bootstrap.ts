import type { Context, GeneratedFile, Rendering, Some } from '../model.ts'
import { bootstrapSettings, bootstrapSteps, stackName } from './bootstrap/steps.ts'
import { bootstrapTemplate } from './bootstrap/template.ts'
import { type Trusted, trusts } from './bootstrap/trust.ts'
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
  const permissions = renderings.flatMap((rendering) => rendering.permissions)
  if (permissions.length === 0 && renderings.every((rendering) => rendering.bootstrap === null)) return null
  const trust = trusts(context, workflowsWithRole(renderings))
  if (!trust.ok) return trust
  const content = bootstrapTemplate(renderings, trust, context)
  return { ok: true, rendering: rendering(content, trust, context) }
}

/** The workflows that ask for an OIDC token, and so for the role. */
function workflowsWithRole(renderings: readonly Rendering[]): readonly { name: string; path: string }[] {
  const files = renderings.flatMap((item) => item.files)
  return files
    .filter((file) => file.path.startsWith('.github/workflows/') && file.content.includes('id-token: write'))
    .map(identity)
}

function identity(file: GeneratedFile): { name: string; path: string } {
  const name = /^name: (.+)$/m.exec(file.content)?.[1] ?? file.path
  return { name: name.replace(/^'(.*)'$/, '$1').replaceAll("''", "'"), path: file.path }
}

function rendering(content: string, trust: Trusted, context: Context): Rendering {
  const all = stages(context)
  const delivery: Some<string> = ['GitHub Actions signs in with OIDC']
  return {
    files: [
      {
        path: bootstrapPath,
        mode: '100644',
        content,
        purpose: 'CloudFormation: lets this repository, and no other, deploy without stored keys',
      },
    ],
    steps: bootstrapSteps(trust, context),
    settings: bootstrapSettings(context),
    permissions: [],
    bootstrap: null,
    happens: [],
    warnings: trust.ofStages[0].trust.form === 'both' ? [trust.ofStages[0].trust.because] : [],
    costs: ['The OIDC provider and the IAM role are free.'],
    leftovers: all.map(
      (stage) =>
        `Stack \`${stackName(context, stage.slug)}\`: \`aws cloudformation delete-stack --stack-name ${stackName(context, stage.slug)}\` (the OIDC provider stays, other repositories may use it)`,
    ),
    facts: [
      fact('oidc-immutable-subject'),
      fact('oidc-one-provider'),
      ...(context.aws.partition === 'aws-cn' ? [fact('oidc-china-audience')] : []),
      ...(all[0].github ? [fact('environments-plans')] : []),
    ],
    delivery,
  }
}
