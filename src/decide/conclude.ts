import { UserError } from '../errors.ts'
import type { Context, Existing, Outcome, Plan, Survey } from '../model.ts'
import { alreadyDelivers } from './already.ts'
import type { Reconciled } from './reconcile.ts'

/** The answer for a repository without commits. */
export function emptyRepository(defaultBranch: string): Outcome {
  const because = 'The repository has no commits yet. Push a first commit, then run the command again.'
  return { kind: 'unknown', commit: null, defaultBranch, choices: [], notes: [], because }
}

/** Throws `UserError` where `--path` names no app, with the apps that there are. */
export function pathWithoutApp({ apps }: Survey, { request }: Context): void {
  const { path } = request
  if (path === null || apps.length === 0) return
  if (apps.some((app) => app.root === path || app.root.startsWith(`${path}/`))) return
  throw new UserError(
    `There is no app in ${path}. Apps are in: ${apps.map((app) => app.root).join(', ')}. Give one of these with --path.`,
  )
}

/** Why there is nothing to propose: it is all there, something else delivers it, or nothing here can be deployed. */
export function concludeWithoutFiles(
  survey: Survey,
  plan: Plan,
  leftAlone: Reconciled['leftAlone'],
  context: Context,
): { readonly kind: 'nothing' | 'unknown'; readonly because: string } {
  const others = plan.choices.flatMap((choice) => alreadyDelivers(choice, plan, context) ?? [])
  const [other] = others
  if (other) return { kind: 'nothing', because: deliveredBy(other, plan) }
  if (plan.choices.some((choice) => choice.target !== null)) {
    if (leftAlone.length > 0)
      return {
        kind: 'nothing',
        because: `What would be generated is there already and stays as it is: ${leftAlone.map(({ path }) => path).join(', ')}.`,
      }
    return { kind: 'nothing', because: 'Everything is set up already: every file is as it would be generated.' }
  }
  const [foreign] = plan.choices
  if (foreign) return { kind: 'nothing', because: foreign.because }
  return { kind: 'unknown', because: nothingDeployable(survey) }
}

function deliveredBy(existing: Existing, plan: Plan): string {
  const target = plan.choices.find((choice) => choice.target !== null)?.target ?? 'ecr'
  return `${existing.path} delivers this already (${existing.what}), so no second pipeline was added. To have one all the same, comment /cicd setup --target=${target}.`
}

function nothingDeployable({ other, looked }: Survey): string {
  const [evidence] = other?.evidence ?? []
  if (other && evidence) {
    const where = evidence.line === null ? evidence.path : `${evidence.path}:${evidence.line}`
    return `This looks like ${other.what} (${where}: ${evidence.says}), which has nothing to deploy.`
  }
  const files = looked.length === 0 ? 'no file that tells what it is' : looked.join(', ')
  return `Nothing that can be deployed was found. Looked at: ${files}. If an app is here, name its folder: /cicd setup --path=FOLDER.`
}
