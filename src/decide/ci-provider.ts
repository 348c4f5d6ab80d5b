import type { App, Choice, CiId, Context, Question, TargetId } from '../model.ts'
import { ciIds, providerNames } from '../render/provider-names.ts'
import { targetNames } from '../render/target-names.ts'
import { servesSource } from '../targets/apprunner/verdicts.ts'
import type { Target } from '../targets/target.ts'
import { targets } from '../targets.ts'
import { type Texts, textsOf } from '../text.ts'
import { isAsked, type Settled } from './settled.ts'

// Targets that deliver by themselves: no CI provider has a part in it. App Runner builds from source, or has to be given an image.
const withoutCi = (target: TargetId, app: App, texts: Texts) =>
  target === 'amplify' || (target === 'apprunner' && servesSource(app, texts).ok)

/** The CI provider that an app's pipeline is wanted for: as asked for now, then as configured, then as it was set up before. */
export function wantedCi(app: App, { request, config }: Context, settled: Settled): CiId {
  const asked = isAsked(app, request.path) ? request.ci : null
  const configured = config.apps.find((entry) => entry.path === app.root)?.ci ?? null
  return asked ?? configured ?? settled.get(app.root)?.ci ?? 'github-actions'
}

/** The provider of a choice; null where the target delivers by itself. */
export function ciOf(target: TargetId, app: App, context: Context, settled: Settled): CiId | null {
  return withoutCi(target, app, textsOf(context)) ? null : wantedCi(app, context, settled)
}

/**
 * Null: the providers fit. Else what has to be settled first: a provider that was asked for and has no part in any app, one that a target has no
 * pipeline for, or several of them, which would all sign in by the one bootstrap template of the repository.
 */
export function ciQuestion(choices: readonly Choice[], context: Context): Question | null {
  return withoutPart(choices, context) ?? unfit(choices, context) ?? mixed(choices, context)
}

/** Where the configuration names a provider for an app that no provider has a part in. */
export function ciNotes(choices: readonly Choice[], context: Context): readonly string[] {
  const { config } = context
  const texts = textsOf(context).providers
  return choices.flatMap(({ app, target, ci }) => {
    const named = config.apps.find((entry) => entry.path === app.root)?.ci ?? null
    if (named === null || target === null || ci !== null) return []
    return [texts.noPart(providerNames[named], app.root, texts.deliversItself(targetNames[target]))]
  })
}

function withoutPart(choices: readonly Choice[], context: Context): Question | null {
  const texts = textsOf(context).providers
  const { ci, path } = context.request
  if (ci === null || ci === 'github-actions') return null
  const asked = choices.filter(({ app, target }) => target !== null && isAsked(app, path))
  const [first] = asked
  if (!first?.target || asked.some((choice) => choice.ci !== null)) return null
  const others = targets.filter(({ id }) => !withoutCi(id, first.app, textsOf(context)) && id !== 'lambda-web')
  const possible = others.filter((target) => fitsCi(target, first.app, context, ci))
  return {
    text: `${texts.deliversItself(targetNames[first.target])} ${texts.nothingToRun(providerNames[ci])}`,
    choices: ['/cicd setup', ...possible.map(({ id }) => `/cicd setup --target=${id} --ci=${ci}`)],
  }
}

function unfit(choices: readonly Choice[], context: Context): Question | null {
  const { ci, path } = context.request
  if (ci === null || choices.some(({ target }) => target !== null)) return null
  for (const { app } of choices.filter((choice) => isAsked(choice.app, path))) {
    const target = targets.find(
      (one) => !fitsCi(one, app, context, ci) && ciIds.some((id) => fitsCi(one, app, context, id)),
    )
    if (!target) continue
    const possible = ciIds.filter((id) => fitsCi(target, app, context, id))
    return {
      text: target.fits(app, context, ci).because,
      choices: possible.map((id) => (id === 'github-actions' ? '/cicd setup' : `/cicd setup --ci=${id}`)),
    }
  }
  return null
}

function fitsCi(target: Target, app: App, context: Context, ci: CiId): boolean {
  return target.serves(app, textsOf(context)).ok && target.fits(app, context, ci).ok
}

function mixed(choices: readonly Choice[], context: Context): Question | null {
  const providers = [...new Set(choices.flatMap(({ target, ci }) => (target === null ? [] : (ci ?? []))))]
  if (providers.length < 2) return null
  return {
    text: textsOf(context).providers.mixed(providers.map((id) => providerNames[id])),
    choices: providers.map((id) => `/cicd setup --ci=${id}`),
  }
}
