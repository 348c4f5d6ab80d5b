import type { Choice, Context, Evidence, Request } from '../model.ts'
import { code, inert, tame } from '../render/markdown.ts'
import { lineLink } from '../render/pull-request/links.ts'
import { targetNames } from '../render/target-names.ts'
import { textsOf } from '../text.ts'
import { type Answer, deniedAnswer } from './answer.ts'
import { type Core, look } from './look.ts'
import type { Session } from './session.ts'

/** What an explanation refers to. */
interface Ground {
  readonly choices: readonly Choice[]
  readonly context: Context
  readonly commit: string
}

/** More evidence than this is a wall of text; the rest is asked for by its id. */
const shownEvidence = 30

/** Says why: everything that was decided, or the one decision or line of evidence with this id. Reads, and writes nothing. */
export async function explain(session: Session, core: Core, request: Request, id: string | null): Promise<Answer> {
  const seen = await look(session, core, request)
  if (seen === null) return deniedAnswer('config', session.texts)
  const { outcome, context } = seen
  const texts = textsOf(context)
  if (outcome.commit === null || outcome.choices.length === 0) {
    const because = 'because' in outcome ? outcome.because : texts.reply.nothingFound
    return { outcome: 'unknown', text: tame(because), pull: null }
  }
  const ground: Ground = { choices: outcome.choices, context, commit: outcome.commit }
  const text = id === null ? everything(ground) : one(ground, id)
  if (text === null) {
    return {
      outcome: 'refused',
      text: texts.reply.noSuchId(code(id ?? ''), ids(ground)),
      pull: null,
    }
  }
  return {
    outcome: 'nothing',
    text: texts.reply.atCommit(text, code(ground.commit.slice(0, 12))),
    pull: null,
  }
}

function everything(ground: Ground): string {
  return ground.choices.map((choice) => aboutApp(choice, ground)).join('\n\n')
}

function aboutApp(choice: Choice, ground: Ground): string {
  const { app, target, because, rejected } = choice
  const texts = textsOf(ground.context)
  const shown = app.evidence.slice(0, shownEvidence)
  const more = app.evidence.length - shown.length
  return [
    texts.reply.goesTo(
      app.root === '.' ? null : code(app.root),
      target === null ? null : targetNames[target],
      tame(because),
    ),
    ...rejected.map((rejection) =>
      texts.reply.rejected(rejection.id, targetNames[rejection.target], tame(rejection.because)),
    ),
    ...shown.map((item) => `- ${aboutEvidence(item, ground)}`),
    ...(more === 0 ? [] : [texts.reply.andMore(more)]),
  ].join('\n')
}

/** The one thing with this id, or null. */
function one(ground: Ground, id: string): string | null {
  for (const { app, rejected } of ground.choices) {
    const place = app.root === '.' ? '' : `${code(app.root)}: `
    const rejection = rejected.find((candidate) => candidate.id === id)
    if (rejection !== undefined) {
      return textsOf(ground.context).reply.notChosen(place, id, targetNames[rejection.target], tame(rejection.because))
    }
    const item = app.evidence.find((candidate) => candidate.id === id)
    if (item !== undefined) return place + aboutEvidence(item, ground)
  }
  return null
}

function aboutEvidence(item: Evidence, ground: Ground): string {
  return `\`${item.id}\` ${lineLink(ground, item)}: ${inert(item.says.slice(0, 300))}`
}

function ids({ choices, context }: Ground): string {
  const all = choices.flatMap(({ app, rejected }) => [...app.evidence, ...rejected].map(({ id }) => `\`${id}\``))
  return textsOf(context).reply.ids(all.slice(0, 40), all.length > 40)
}
