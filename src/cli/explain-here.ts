import { UserError } from '../errors.ts'
import type { Choice, Evidence, Rejection } from '../model.ts'
import { targetNames } from '../render/target-names.ts'
import type { CliGiven, ExitCode } from './command.ts'
import { type Line, printLines } from './lines.ts'
import { lookHere, type Seen } from './look-here.ts'
import { where } from './print-outcome.ts'
import type { Terminal } from './terminal.ts'
import { padded } from './width.ts'

/** One thing that an id stands for, and the app it belongs to. */
type Ground =
  | { readonly kind: 'evidence'; readonly root: string; readonly item: Evidence }
  | { readonly kind: 'rejected'; readonly root: string; readonly item: Rejection }

/** Lines of a file that are shown above and below a line of evidence. */
const around = 2

/**
 * Says why a local repository would be delivered as it would: everything with its ids, or the one thing with the id that was given,
 * with the lines around it. Gives the exit code. Throws `UserError` for an id that nothing has at this commit.
 */
export async function explainHere(given: CliGiven, terminal: Terminal): Promise<ExitCode> {
  const { argument: id, options, directory } = given
  const seen = await lookHere(directory, { verb: 'plan', ...options, by: null }, terminal)
  const grounds = seen.outcome.choices.flatMap(groundsOf)
  const named = id === null ? null : grounds.find(({ item }) => item.id === id)
  if (named === undefined) throw noSuchId(id ?? '', grounds)
  if (options.json) terminal.say(`${JSON.stringify(explanationJson(seen, named), null, 2)}\n`)
  else terminal.say(printLines(named === null ? everything(seen) : one(named, seen), terminal.paint, terminal.columns))
  return 0
}

function groundsOf({ app, rejected }: Choice): readonly Ground[] {
  const { root, evidence } = app
  return [
    ...evidence.map((item) => ({ kind: 'evidence' as const, root, item })),
    ...rejected.map((item) => ({ kind: 'rejected' as const, root, item })),
  ]
}

function noSuchId(id: string, grounds: readonly Ground[]): UserError {
  const ids = grounds.map(({ item }) => item.id)
  return new UserError(({ reply }) =>
    ids.length === 0 ? reply.nothingFound : reply.noSuchId(id, reply.ids(ids.slice(0, 40), ids.length > 40)),
  )
}

/** Every decision: the same fields as in `plan --json`, or the one with the id. */
function explanationJson({ outcome }: Seen, named: Ground | null) {
  const { commit } = outcome
  if (named !== null) return { commit, root: named.root, kind: named.kind, ...named.item }
  const apps = outcome.choices.map(({ app, target, because, rejected }) => ({
    ...{ root: app.root, target, because, rejected, evidence: app.evidence },
  }))
  return { commit, apps }
}

function everything({ outcome, texts }: Seen): readonly Line[] {
  if (outcome.choices.length === 0) {
    return [{ parts: ['because' in outcome ? outcome.because : texts.reply.nothingFound], hang: 0 }]
  }
  return outcome.choices.flatMap((choice, index) => [
    ...(index === 0 ? [] : [{ parts: [''], hang: 0 }]),
    ...aboutApp(choice, texts.cli),
  ])
}

function aboutApp({ app, target, because, rejected }: Choice, cli: Seen['texts']['cli']): readonly Line[] {
  const place = app.root === '.' ? cli.root : app.root
  const chosen = target === null ? cli.noTarget : targetNames[target]
  return [
    { parts: [['bold', place], '  ', ['green', '→'], ' ', ['bold', chosen], `: ${because}`], hang: 2 },
    ...rejected.map((item) => withId(item.id, `${targetNames[item.target]}: ${item.because}`)),
    ...app.evidence.map((item) => withId(item.id, `${where(item)}  ${item.says}`)),
  ]
}

function withId(id: string, text: string): Line {
  return { parts: ['  ', ['cyan', padded(id, 4)], ` ${text}`], hang: 7 }
}

function one(ground: Ground, { before, texts }: Seen): readonly Line[] {
  const { item, root } = ground
  const place = root === '.' ? '' : `${root}: `
  if (ground.kind === 'rejected') {
    return [
      {
        parts: [
          place,
          ['cyan', item.id],
          ' ',
          texts.cli.notChosen(targetNames[ground.item.target], ground.item.because),
        ],
        hang: 2,
      },
    ]
  }
  const { says, path, line } = ground.item
  const head = {
    parts: [place, ['cyan', item.id] as const, ' ', ['bold', where(ground.item)] as const, `  ${says}`],
    hang: 2,
  }
  return [head, ...(line === null ? [] : excerpt(before.get(path) ?? '', line))]
}

/** The line of a file among its neighbours, with their numbers. */
function excerpt(text: string, line: number): readonly Line[] {
  const lines = text.split(/\r\n|\r|\n/u)
  const from = Math.max(1, line - around)
  const shown = lines.slice(from - 1, line + around)
  const width = String(from + shown.length).length
  return shown.map((content, index) => {
    const number = from + index
    const mark = number === line ? '>' : ' '
    return {
      parts: ['  ', [number === line ? 'green' : 'dim', `${mark} ${String(number).padStart(width)} |`], ` ${content}`],
      hang: width + 7,
    }
  })
}
