import type { App, Choice, CiId, Context, Plan, Question, Rejection, Survey, TargetId } from '../model.ts'
import { nextStep } from '../targets/next-steps.ts'
import type { Target, Verdict } from '../targets/target.ts'
import { targets } from '../targets.ts'
import { textsOf } from '../text.ts'
import { ciNotes, ciOf, ciQuestion, wantedCi } from './ci-provider.ts'
import { existingNotes } from './existing-notes.ts'
import { runningNotes, runningOf } from './running.ts'
import { appsInHand, isAsked, type Settled } from './settled.ts'

// New enough to be offered by name only; see the dated facts of the target.
const onRequest: ReadonlySet<TargetId> = new Set(['lambda-web'])

/** App by app: the first target of the ladder that serves and fits, or the one that was asked for, with the reasons. */
export function choose(survey: Survey, context: Context, settled: Settled = new Map()): Plan {
  const texts = textsOf(context)
  const apps = appsInHand(survey.apps, context, settled)
  const open = openQuestions(apps, (app) => wish(app, context, settled))
  const chosen = apps.map((app) => chooseFor(app, context, settled))
  // One app that raises a question does not keep the others waiting; where all of them do, it is asked.
  const goesOn = chosen.some(({ app, target }) => target !== null && !open.has(app))
  const choices = numbered(goesOn ? chosen.map((choice) => without(choice, open.get(choice.app))) : chosen)
  const left = goesOn ? [...open].map(([{ root }, { text }]) => texts.choice.leftOut(root, text)) : []
  return {
    choices,
    existing: survey.existing,
    notes: [
      ...context.config.notes,
      ...left,
      ...survey.notes,
      ...ciNotes(choices, context),
      ...existingNotes(survey.existing, texts),
      ...runningNotes(choices, context.aws, texts),
    ],
    question:
      tooMany(apps, context) ??
      survey.question ??
      refusedRequest(choices, context) ??
      ciQuestion(choices, context) ??
      (goesOn ? null : ([...open.values()][0] ?? null)),
  }
}

/** The questions that are still open: none of their choices is the target that was asked for. */
function openQuestions(apps: readonly App[], wanted: (app: App) => TargetId | null): ReadonlyMap<App, Question> {
  const open = new Map<App, Question>()
  for (const app of apps) {
    const flag = `--target=${wanted(app)}`
    if (app.question && !app.question.choices.some((choice) => choice.split(' ').includes(flag)))
      open.set(app, app.question)
  }
  return open
}

// More apps than any small team keeps in one repository: a collection of samples, or a platform to set up step by step.
const most = 15

function tooMany(apps: readonly App[], context: Context): Question | null {
  if (apps.length <= most || context.request.path !== null) return null
  const roots = [...new Set(apps.map((app) => app.root))]
  return {
    text: textsOf(context).choice.tooMany(apps.length),
    choices: roots.slice(0, most).map((root) => `/cicd setup --path=${root}`),
  }
}

function without(choice: Choice, question: Question | undefined): Choice {
  return question ? { ...choice, target: null, ci: null, because: question.text } : choice
}

// What is asked for now counts first, then the configuration, then how the app was set up before, then what the account runs already.
function wish(app: App, { request, config, aws }: Context, settled: Settled): TargetId | null {
  const asked = isAsked(app, request.path) ? request.target : null
  return (
    asked ??
    config.apps.find((entry) => entry.path === app.root)?.target ??
    settled.get(app.root)?.target ??
    runningOf(app, aws)?.target ??
    null
  )
}

function chooseFor(app: App, context: Context, settled: Settled): Choice {
  const texts = textsOf(context)
  const wanted = wish(app, context, settled)
  const rejected: Rejection[] = []
  let chosen: { target: Target; verdict: Verdict } | null = null
  for (const target of inOrder(wanted)) {
    const verdict = judge(target, app, context, wantedCi(app, context, settled))
    if (verdict.ok && !chosen) chosen = { target, verdict }
    else
      rejected.push({
        id: '',
        target: target.id,
        possible: verdict.ok,
        because: verdict.ok && chosen ? texts.choice.comesFirst(verdict.because, chosen.target.title) : verdict.because,
      })
  }
  const running = runningOf(app, context.aws)
  if (!chosen) return { app, target: null, ci: null, because: nextStep(app, texts), rejected }
  return {
    app,
    target: chosen.target.id,
    ci: ciOf(chosen.target.id, app, context, settled),
    because:
      running?.target === chosen.target.id
        ? texts.choice.runsAlready(chosen.verdict.because, running.what, running.name)
        : chosen.verdict.because,
    rejected,
  }
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

/** Rejections are numbered over the whole repository (`R1`, `R2` …), as evidence is. */
function numbered(choices: readonly Choice[]): readonly Choice[] {
  let next = 1
  return choices.map((choice) => ({
    ...choice,
    rejected: choice.rejected.map((rejection) => ({ ...rejection, id: `R${next++}` })),
  }))
}

/** A target that was asked for by name and serves none of the apps is a question, never something else in silence. */
function refusedRequest(choices: readonly Choice[], context: Context): Question | null {
  const { target } = context.request
  const { choice: texts } = textsOf(context)
  if (target === null || choices.length === 0 || choices.some((choice) => choice.target === target)) return null
  const refusal = choices[0]?.rejected.find((rejection) => rejection.target === target)
  const title = targets.find((one) => one.id === target)?.title ?? target
  const possible = [...new Set(choices.flatMap((choice) => choice.target ?? []))]
  if (possible.length === 0) return null
  return {
    text: texts.doesNotFit(title, refusal?.because ?? texts.servesNone),
    choices: possible.map((id) => `/cicd setup --target=${id}`),
  }
}
