import { basename } from 'node:path'
import { noOptions } from '../command/reading.ts'
import { examine } from '../decide/doctor.ts'
import { UserError } from '../errors.ts'
import { localFacts } from '../local/facts.ts'
import { findRepositories } from '../local/find-repositories.ts'
import { rowKinds } from '../overview/row.ts'
import { rowOf, unreadRow } from '../overview/row-of.ts'
import type { Lang } from '../text.ts'
import type { CliGiven, ExitCode } from './command.ts'
import { commandHere } from './command-here.ts'
import { lookHere } from './look-here.ts'
import { type LocalRow, printOverview } from './print-overview.ts'
import type { Terminal } from './terminal.ts'

/**
 * Looks at each repository that the folders stand for, and prints them at a glance. Gives 1 where one of them could not be looked at, which the
 * table says. Throws `UserError` where a folder holds no repository.
 */
export async function surveyHere(given: CliGiven, terminal: Terminal): Promise<ExitCode> {
  const folders = given.folders.length === 0 ? ['.'] : given.folders
  const directories = [...new Set((await Promise.all(folders.map(findRepositories))).flat())]
  const rows: LocalRow[] = []
  for (const [index, directory] of directories.entries()) {
    const count = `${index + 1}/${directories.length}`
    rows.push(
      await rowHere(directory, given.options.lang ?? 'en', {
        ...terminal,
        progress: counted(terminal.progress, count),
      }),
    )
  }
  terminal.progress.clear()
  if (given.options.json) terminal.say(`${JSON.stringify(surveyJson(rows, terminal), null, 2)}\n`)
  else terminal.say(printOverview(rows, terminal))
  return rows.some(({ row }) => row.kind === 'unread') ? 1 : 0
}

async function rowHere(directory: string, lang: Lang, terminal: Terminal): Promise<LocalRow> {
  const { texts } = terminal
  try {
    const request = { verb: 'plan', ...noOptions, lang, by: null } as const
    const { context, outcome, tree, before } = await lookHere(directory, request, terminal)
    const today = new Date().toISOString().slice(0, 10)
    const examined = { tree, context, outcome, faulty: [], watched: null, today }
    const complaints = tree === null ? [] : examine({ ...examined, tree }).complaints
    const known = { repository: context.repository, issues: true, pull: null }
    return { directory, row: rowOf({ files: before, outcome, complaints, today, ...known }) }
  } catch (error) {
    const why = error instanceof UserError ? error.in(texts) : texts.survey.failedHere(String(error))
    const facts = await localFacts(directory).catch(() => ({ host: '', owner: null, name: basename(directory) }))
    return { directory, row: unreadRow(facts, why) }
  }
}

/** The progress of one repository, with its place among all. What each takes away at its end is the next one's to replace. */
function counted({ show }: Terminal['progress'], count: string): Terminal['progress'] {
  return { show: (text) => show(`${count}  ${text}`), clear: () => undefined }
}

/** The contract of `slipway survey --json`: fields may be added, never changed. */
function surveyJson(rows: readonly LocalRow[], { program }: Terminal) {
  return {
    totals: Object.fromEntries(rowKinds.map((kind) => [kind, rows.filter(({ row }) => row.kind === kind).length])),
    repositories: rows.map(({ directory, row }) => {
      const { name, url, kind, own, apps, existing, dated, says, commands } = row
      const here = commands.map((command) => commandHere(command, directory, program))
      return { directory, name, url, kind, setUp: own, apps, existing, dated, says, commands: here }
    }),
  }
}
