import { unknownAccount } from '../config/unknown-account.ts'
import { configOf } from '../config.ts'
import { UserError } from '../errors.ts'
import { localFacts } from '../local/facts.ts'
import { findRepository } from '../local/find-repository.ts'
import { publishLocally } from '../local/publish.ts'
import { localReader } from '../local/reader.ts'
import { uncommitted } from '../local/uncommitted.ts'
import { writeText } from '../local/write-text.ts'
import type { Context, Outcome, RepositoryFacts } from '../model.ts'
import { propose } from '../propose.ts'
import { readRepository } from '../read.ts'
import { lockPath } from '../render/lock.ts'
import { setUpBranch } from '../render/pull-request.ts'
import { type Texts, textsIn } from '../text.ts'
import type { Asked } from './arguments.ts'
import type { Paint } from './paint.ts'
import { planJson } from './plan-json.ts'
import { printOutcome } from './print-outcome.ts'

type Run = Extract<Asked, { kind: 'run' }>

/**
 * Plans a local repository and, for `setup`, commits the proposal on its branch. Gives the text for standard output.
 * Throws `UserError` for what a person can mend: no repository there, a branch in the way.
 */
export async function run(asked: Run, paint: Paint): Promise<string> {
  const directory = await findRepository(asked.directory)
  const facts = await localFacts(directory)
  const { outcome, before, lang } = await answer(directory, asked, facts)
  const texts = textsIn(lang)
  const done = asked.verb === 'setup' && !asked.options.dryRun ? await publish(directory, outcome, texts) : null
  const page = asked.html
  // The page is one of several outputs: who does not want it does not wait for it to load.
  if (page !== null) {
    const { planPage } = await import('../page.ts')
    await writeText(page, planPage({ repository: facts, outcome, before, lang, texts: texts.page }))
  }
  if (asked.json) return `${JSON.stringify(planJson(outcome), null, 2)}\n`
  const text = printOutcome(outcome, facts.owner ? `${facts.owner}/${facts.name}` : facts.name, paint, texts)
  const written = page === null ? [] : [texts.cli.page(page), '']
  return [text, ...written, ...next(asked, outcome, done, paint, texts)].join('\n')
}

interface Answered {
  readonly outcome: Outcome
  /** The text of the files that were read, by path. */
  readonly before: ReadonlyMap<string, string>
  readonly lang: 'en' | 'ja'
}

async function answer(directory: string, asked: Run, repository: RepositoryFacts): Promise<Answered> {
  const tree = await readRepository(localReader(directory, { branch: setUpBranch, path: lockPath }))
  const { config } = configOf(tree, null, textsIn(asked.options.lang ?? 'en'))
  const context: Context = {
    repository,
    aws: unknownAccount,
    config,
    request: { verb: asked.verb, ...asked.options, by: null },
  }
  const outcome = propose(tree, context)
  const changed = await uncommitted(directory)
  const rest = {
    before: tree?.files ?? new Map<string, string>(),
    lang: asked.options.lang ?? config.lang ?? ('en' as const),
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

function next(asked: Run, outcome: Outcome, done: string | null, paint: Paint, { cli }: Texts): readonly string[] {
  if (outcome.kind !== 'proposal') return []
  const { branch } = outcome.pullRequest
  const commands = done
    ? [
        `git -C ${asked.directory} diff ${outcome.defaultBranch}...${branch}`,
        `git -C ${asked.directory} push -u origin ${branch}`,
      ]
    : [`slipway setup ${asked.directory}`]
  return [
    `${done ? `${paint('green', '✓')} ${done}\n` : ''}${cli.next}`,
    ...commands.map((command) => `  ${paint('cyan', command)}`),
    '',
  ]
}

/** The text for standard error, and the exit code, when a run failed. A bug keeps its stack. */
export function failure(error: unknown, texts: Texts): string {
  if (error instanceof UserError) return `slipway: ${error.in(texts)}\n`
  return `slipway: this is a bug. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
}
