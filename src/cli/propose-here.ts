import { unknownAccount } from '../config/unknown-account.ts'
import { configOf } from '../config.ts'
import { localFacts } from '../local/facts.ts'
import { findRepository } from '../local/find-repository.ts'
import { publishLocally } from '../local/publish.ts'
import { localReader } from '../local/reader.ts'
import { uncommitted } from '../local/uncommitted.ts'
import { writeText } from '../local/write-text.ts'
import type { Context, Outcome, RepositoryFacts, Request } from '../model.ts'
import { propose } from '../propose.ts'
import { readRepository } from '../read.ts'
import { lockPath } from '../render/lock.ts'
import { setUpBranch } from '../render/pull-request.ts'
import { type Texts, textsIn } from '../text.ts'
import type { CliGiven, ExitCode } from './command.ts'
import type { Paint } from './paint.ts'
import { planJson } from './plan-json.ts'
import { printOutcome } from './print-outcome.ts'
import type { Terminal } from './terminal.ts'

type Verb = 'plan' | 'setup'

/**
 * Plans a local repository and, for `setup`, commits the proposal on its branch. Gives the exit code.
 * Throws `UserError` for what a person can mend: no repository there, a branch in the way.
 */
export async function proposeHere(verb: Verb, given: CliGiven, { say, paint }: Terminal): Promise<ExitCode> {
  const { options } = given
  const directory = await findRepository(given.directory)
  const facts = await localFacts(directory)
  const { outcome, before, lang } = await answer(directory, { verb, ...options, by: null }, facts)
  const texts = textsIn(lang)
  const done = verb === 'setup' && !options.dryRun ? await publish(directory, outcome, texts) : null
  const page = options.html
  // The page is one of several outputs: who does not want it does not wait for it to load.
  if (page !== null) {
    const { planPage } = await import('../page.ts')
    await writeText(page, planPage({ repository: facts, outcome, before, lang, texts: texts.page }))
  }
  if (options.json) {
    say(`${JSON.stringify(planJson(outcome), null, 2)}\n`)
    return 0
  }
  const text = printOutcome(outcome, facts.owner ? `${facts.owner}/${facts.name}` : facts.name, paint, texts)
  const written = page === null ? [] : [texts.cli.page(page), '']
  say([text, ...written, ...next(given.directory, outcome, done, paint, texts)].join('\n'))
  return 0
}

interface Answered {
  readonly outcome: Outcome
  /** The text of the files that were read, by path. */
  readonly before: ReadonlyMap<string, string>
  readonly lang: 'en' | 'ja'
}

async function answer(directory: string, request: Request, repository: RepositoryFacts): Promise<Answered> {
  const tree = await readRepository(localReader(directory, { branch: setUpBranch, path: lockPath }))
  const { config } = configOf(tree, null, textsIn(request.lang ?? 'en'))
  const context: Context = { repository, aws: unknownAccount, config, request }
  const outcome = propose(tree, context)
  const changed = await uncommitted(directory)
  const rest = {
    before: tree?.files ?? new Map<string, string>(),
    lang: request.lang ?? config.lang ?? ('en' as const),
  }
  if (changed === 0) return { outcome, ...rest }
  const note = textsIn(rest.lang).cli.uncommitted(changed)
  return { outcome: { ...outcome, notes: [...outcome.notes, note] }, ...rest }
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
  paint: Paint,
  { cli }: Texts,
): readonly string[] {
  if (outcome.kind !== 'proposal') return []
  const { branch } = outcome.pullRequest
  const commands = done
    ? [`git -C ${directory} diff ${outcome.defaultBranch}...${branch}`, `git -C ${directory} push -u origin ${branch}`]
    : [`slipway setup ${directory}`]
  return [
    `${done ? `${paint('green', '✓')} ${done}\n` : ''}${cli.next}`,
    ...commands.map((command) => `  ${paint('cyan', command)}`),
    '',
  ]
}
