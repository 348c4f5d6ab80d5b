import { UserError } from '../errors.ts'
import type { Context, Existing, Outcome, Plan, Survey } from '../model.ts'
import { type Texts, textsOf } from '../text.ts'
import type { Delivered } from './already.ts'
import type { Reconciled } from './reconcile.ts'

/** The answer for a repository without commits. */
export function emptyRepository(defaultBranch: string, texts: Texts): Outcome {
  const because = texts.outcome.noCommits
  return { kind: 'unknown', commit: null, defaultBranch, choices: [], existing: [], notes: [], because }
}

/** Throws `UserError` where `--path` names no app, with the apps that there are. */
export function pathWithoutApp({ apps }: Survey, context: Context): void {
  const { path } = context.request
  if (path === null || apps.length === 0) return
  if (apps.some((app) => app.root === path || app.root.startsWith(`${path}/`))) return
  throw new UserError(textsOf(context).outcome.noAppThere(path, apps.map((app) => app.root).join(', ')))
}

/** Why there is nothing to propose: it is all there, something else delivers it, or nothing here can be deployed. */
export function concludeWithoutFiles(
  survey: Survey,
  plan: Plan,
  { leftAlone, delivered }: { readonly leftAlone: Reconciled['leftAlone']; readonly delivered: Delivered },
  context: Context,
): { readonly kind: 'nothing' | 'unknown'; readonly because: string } {
  const texts = textsOf(context)
  const [other] = delivered.values()
  if (other) return { kind: 'nothing', because: deliveredBy(other, plan, texts) }
  if (plan.choices.some((choice) => choice.target !== null)) {
    if (leftAlone.length > 0)
      return {
        kind: 'nothing',
        because: texts.outcome.alreadyThere(leftAlone.map(({ path }) => path).join(', ')),
      }
    return { kind: 'nothing', because: texts.outcome.upToDate }
  }
  const [foreign] = plan.choices
  if (foreign) return { kind: 'nothing', because: foreign.because }
  return { kind: 'unknown', because: nothingDeployable(survey, texts) }
}

function deliveredBy(existing: Existing, plan: Plan, texts: Texts): string {
  const target = plan.choices.find((choice) => choice.target !== null)?.target ?? 'ecr'
  return texts.outcome.delivered(existing.path, texts.existing.what(existing.what), target)
}

function nothingDeployable({ other, looked }: Survey, texts: Texts): string {
  const [evidence] = other?.evidence ?? []
  if (other && evidence) {
    const where = evidence.line === null ? evidence.path : `${evidence.path}:${evidence.line}`
    return texts.outcome.nothingHere(other.what, where, evidence.says)
  }
  const files = looked.length === 0 ? texts.outcome.noFiles : looked.join(', ')
  return texts.outcome.unknown(files)
}
