import type { App, Choice, Context, Plan, Question, Survey, TargetId } from '../model.ts'
import { targetNames } from '../render/target-names.ts'
import { textsOf } from '../text.ts'
import { chooseApp } from './choose-app.ts'
import { ciNotes, ciQuestion } from './ci-provider.ts'
import { existingNotes } from './existing-notes.ts'
import { runningNotes } from './running.ts'
import { appsInHand, type Settled } from './settled.ts'
import { wish } from './wish.ts'

/** App by app: the first target of the ladder that serves and fits, or the one that was asked for, with the reasons. */
export function choose(survey: Survey, context: Context, settled: Settled = new Map()): Plan {
  const texts = textsOf(context)
  const apps = appsInHand(survey.apps, context, settled)
  const open = openQuestions(apps, (app) => wish(app, context, settled)?.target ?? null)
  const chosen = apps.map((app) => chooseApp(app, context, settled))
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
  const possible = [...new Set(choices.flatMap((choice) => choice.target ?? []))]
  if (possible.length === 0) return null
  return {
    text: texts.doesNotFit(targetNames[target], refusal?.because ?? texts.servesNone),
    choices: possible.map((id) => `/cicd setup --target=${id}`),
  }
}
