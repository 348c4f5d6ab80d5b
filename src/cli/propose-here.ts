import { accountsBranch, proposeAccounts } from '../accounts.ts'
import { publishLocally } from '../local/publish.ts'
import { writeText } from '../local/write-text.ts'
import type { Outcome } from '../model.ts'
import { accountsLockPath } from '../render/lock.ts'
import { shellWord } from '../render/shell.ts'
import type { Texts } from '../text.ts'
import type { CliGiven, ExitCode } from './command.ts'
import { type Asked, lookHere, type Seen } from './look-here.ts'
import { planJson } from './plan-json.ts'
import { printOutcome } from './print-outcome.ts'
import type { Terminal } from './terminal.ts'

type Verb = 'plan' | 'setup' | 'accounts'

/**
 * Plans a local repository and, for `setup`, commits the proposal on its branch. Gives the exit code.
 * Throws `UserError` for what a person can mend: no repository there, a branch in the way.
 */
export async function proposeHere(verb: Verb, given: CliGiven, terminal: Terminal): Promise<ExitCode> {
  const { options, directory: folder } = given
  const request = { ...options, verb: verb === 'plan' ? verb : 'setup', by: null } as const
  const seen = await lookHere(folder, request, terminal, verb === 'accounts' ? ofAccounts(options) : undefined)
  const { outcome, texts, directory, name } = seen
  const done = verb !== 'plan' && !options.dryRun ? await publish(directory, outcome, texts) : null
  if (options.html !== null) await writePage(options.html, seen)
  if (options.json) {
    terminal.say(`${JSON.stringify(planJson(outcome), null, 2)}\n`)
    return 0
  }
  const text = printOutcome(outcome, name, terminal, texts)
  const written = options.html === null ? [] : [texts.cli.page(options.html), '']
  terminal.say([text, ...written, ...next({ verb, folder }, outcome, done, terminal, texts)].join('\n'))
  return 0
}

/** The plan for several accounts, from the configuration. */
function ofAccounts({ format }: CliGiven['options']): Asked {
  const given = { form: null, format, local: true } as const
  return {
    ...{ branch: accountsBranch, path: accountsLockPath },
    propose: (tree, context) => proposeAccounts(tree, context, given),
  }
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
  { verb, folder: directory }: { readonly verb: Verb; readonly folder: string },
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
    : [`${program} ${verb === 'accounts' ? verb : 'setup'} ${folder}`]
  return [
    `${done ? `${paint('green', '✓')} ${done}\n` : ''}${cli.next}`,
    ...commands.map((command) => `  ${paint('cyan', command)}`),
    '',
  ]
}
