import type { App, Choice, CiId, Context, Rejection, TargetId } from '../model.ts'
import { targetNames } from '../render/target-names.ts'
import { nextStep } from '../targets/next-steps.ts'
import type { Target, Verdict } from '../targets/target.ts'
import { targets } from '../targets.ts'
import { type Texts, textsOf } from '../text.ts'
import { ciOf, wantedCi } from './ci-provider.ts'
import { runningOf } from './running.ts'
import type { Settled } from './settled.ts'
import { type Wish, wish } from './wish.ts'

// New enough to be offered by name only; see the dated facts of the target.
const onRequest: ReadonlySet<TargetId> = new Set(['lambda-web'])

/** The first target of the ladder that serves and fits the app, or the one that was wished for, with the reasons. Rejections have no ids yet. */
export function chooseApp(app: App, context: Context, settled: Settled): Choice {
  const texts = textsOf(context)
  const wanted = wish(app, context, settled)
  const judged = inOrder(wanted?.target ?? null).map((target) => ({
    target,
    verdict: judge(target, app, context, wantedCi(app, context, settled)),
  }))
  const chosen = judged.find(({ verdict }) => verdict.ok)
  const rejected = judged.filter((one) => one !== chosen).map((one) => rejection(one, chosen, wanted, texts))
  if (!chosen) return { app, target: null, ci: null, because: nextStep(app, texts), rejected }
  const running = runningOf(app, context.aws)
  const { because } = chosen.verdict
  return {
    app,
    target: chosen.target.id,
    ci: ciOf(chosen.target.id, app, context, settled),
    because:
      running?.target === chosen.target.id ? texts.choice.runsAlready(because, running.what, running.name) : because,
    rejected,
  }
}

interface Judged {
  readonly target: Target
  readonly verdict: Verdict
}

/** Why a target was not chosen: what stands against it, or what came before it. */
function rejection(
  { target, verdict }: Judged,
  chosen: Judged | undefined,
  wanted: Wish | null,
  { choice }: Texts,
): Rejection {
  const { ok, because } = verdict
  const rejected = { id: '', target: target.id, possible: ok }
  if (!ok || !chosen) return { ...rejected, because }
  const since = chosen.target.id === wanted?.target ? wanted.since : 'first'
  return { ...rejected, because: choice.instead[since](because, targetNames[chosen.target.id]) }
}

// What was asked for comes first; the rest of the ladder follows, so that a "no" still ends in an answer (case G48).
function inOrder(wanted: TargetId | null): readonly Target[] {
  const ladder = targets.filter((target) => !onRequest.has(target.id) || target.id === wanted)
  return [...ladder.filter((target) => target.id === wanted), ...ladder.filter((target) => target.id !== wanted)]
}

function judge(target: Target, app: App, context: Context, ci: CiId): Verdict {
  const serves = target.serves(app, textsOf(context))
  return serves.ok ? target.fits(app, context, ci) : serves
}
