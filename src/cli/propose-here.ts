import { publishLocally } from '../local/publish.ts'
import { writeText } from '../local/write-text.ts'
import type { Outcome } from '../model.ts'
import { shellWord } from '../render/shell.ts'
import type { Texts } from '../text.ts'
import type { CliGiven, ExitCode } from './command.ts'
import { lookHere, type Seen } from './look-here.ts'
import { planJson } from './plan-json.ts'
import { printOutcome } from './print-outcome.ts'
import type { Terminal } from './terminal.ts'

type Verb = 'plan' | 'setup'

/**
 * Plans a local repository and, for `setup`, commits the proposal on its branch. Gives the exit code.
 * Throws `UserError` for what a person can mend: no repository there, a branch in the way.
 */
export async function proposeHere(verb: Verb, given: CliGiven, terminal: Terminal): Promise<ExitCode> {
  const { options, directory: folder } = given
  const seen = await lookHere(folder, { verb, ...options, by: null }, terminal)
  const { outcome, texts, directory, name } = seen
  const done = verb === 'setup' && !options.dryRun ? await publish(directory, outcome, texts) : null
  if (options.html !== null) await writePage(options.html, seen)
  if (options.json) {
    terminal.say(`${JSON.stringify(planJson(outcome), null, 2)}\n`)
    return 0
  }
  const text = printOutcome(outcome, name, terminal, texts)
  const written = options.html === null ? [] : [texts.cli.page(options.html), '']
  terminal.say([text, ...written, ...next(folder, outcome, done, terminal, texts)].join('\n'))
  return 0
}

/** Who does not want the page does not wait for it to load. */
async function writePage(file: string, { context, outcome, before, lang, texts }: Seen): Promise<void> {
  const { planPage } = await import('../page.ts')
  await writeText(file, planPage({ repository: context.repository, outcome, before, lang, texts: texts.page }))
}

async function publish(directory: string, outcome: Outcome, { cli }: Texts): Promise<string | null> {
  if (outcome.kind !== 'proposal') return null
  if (outcome.commit === null) throw new Error('a proposal always stands on a commit')
  const { branch, title } = outcome.pullRequest
  const done = await publishLocally(directory, { base: outcome.commit, branch, title, files: outcome.files })
  return done.kind === 'committed'
    ? cli.committed(branch, done.commit.slice(0, 7))
    : cli.upToDate(branch, done.commit.slice(0, 7))
}

function next(
  directory: string,
  outcome: Outcome,
  done: string | null,
  { paint, program }: Terminal,
  { cli }: Texts,
): readonly string[] {
  if (outcome.kind !== 'proposal') return []
  const { branch } = outcome.pullRequest
  const folder = shellWord(directory)
  const commands = done
    ? [`git -C ${folder} diff ${outcome.defaultBranch}...${branch}`, `git -C ${folder} push -u origin ${branch}`]
    : [`${program} setup ${folder}`]
  return [
    `${done ? `${paint('green', '✓')} ${done}\n` : ''}${cli.next}`,
    ...commands.map((command) => `  ${paint('cyan', command)}`),
    '',
  ]
}
