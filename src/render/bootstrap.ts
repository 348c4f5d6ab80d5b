import type { Context, Rendering, Some } from '../model.ts'
import { type Texts, textsIn, textsOf } from '../text.ts'
import { signInOfGitHub } from './bootstrap/sign-in/github.ts'
import { providerSignIn, type SignIn } from './bootstrap/sign-in.ts'
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
  const signIn = needsRole ? signInOf(renderings, context, textsOf(context)) : null
  // Files are in English, whoever reads the pull request.
  const inFile = needsRole ? signInOf(renderings, context, textsIn('en')) : null
  if (signIn?.ok === false) return signIn
  if (inFile?.ok === false) return inFile
  const content = bootstrapTemplate(renderings, inFile?.signIn ?? null, context)
  return { ok: true, rendering: rendering(content, signIn, context) }
}

interface Known {
  readonly ok: true
  readonly signIn: SignIn
  /** Where GitHub Actions signs in: what its tokens say. */
  readonly trusted: Trusted | null
}

/** How the jobs get the deploy role: of the provider that runs them, else of GitHub Actions. */
function signInOf(
  renderings: readonly Rendering[],
  context: Context,
  texts: Texts,
): Known | { readonly ok: false; readonly because: string } {
  const deliveries = renderings.flatMap((item) => item.deliveries ?? [])
  const other = providerSignIn(deliveries, context, 'deploy', texts)
  if (other) return { ok: true, signIn: other, trusted: null }
  const trusted = trusts(context, workflowsWithRole(renderings), texts)
  return trusted.ok ? { ok: true, signIn: signInOfGitHub(trusted, context, texts), trusted } : trusted
}

function rendering(content: string, known: Known | null, context: Context): Rendering {
  const texts = textsOf(context)
  const signIn = known?.signIn ?? null
  const delivery: Some<string> = [signIn?.signsIn ?? texts.bootstrap.signsIn]
  const doubt = known?.trusted?.ofStages[0].trust
  const ofGitHub = known?.trusted != null
  return {
    files: [{ path: bootstrapPath, mode: '100644', content, purpose: purpose(signIn, texts) }],
    steps: bootstrapSteps(signIn, context),
    settings: ofGitHub ? bootstrapSettings(context) : [],
    permissions: [],
    bootstrap: null,
    happens: [],
    warnings: doubt?.form === 'both' ? [doubt.because] : [],
    costs: signIn ? [signIn.provider ? texts.bootstrap.costs : texts.providers.roleIsFree] : [],
    leftovers: stages(context).map((stage) => leftover(stackName(context, stage.slug), signIn, texts)),
    facts: ofGitHub ? facts(context) : [],
    delivery,
  }
}

function purpose(signIn: SignIn | null, texts: Texts): string {
  return signIn ? texts.bootstrap.purposeTrusting : texts.bootstrap.purpose
}

function leftover(stack: string, signIn: SignIn | null, texts: Texts): string {
  const stays = signIn?.provider ? texts.bootstrap.providerStays : ''
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
