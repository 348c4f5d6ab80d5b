import { unknownAccount } from '../config/unknown-account.ts'
import { configOf } from '../config.ts'
import { localFacts } from '../local/facts.ts'
import { findRepository } from '../local/find-repository.ts'
import { localReader } from '../local/reader.ts'
import { uncommitted } from '../local/uncommitted.ts'
import type { Context, Outcome, Request, Tree } from '../model.ts'
import { propose } from '../propose.ts'
import { readRepository } from '../read.ts'
import { lockPath } from '../render/lock.ts'
import { setUpBranch } from '../render/pull-request.ts'
import { type Lang, type Texts, textsIn } from '../text.ts'
import type { Terminal } from './terminal.ts'

/** What the core says of a local repository. */
export interface Seen {
  /** The top of the repository. */
  readonly directory: string
  /** `OWNER/NAME` where its remote leads to GitHub, else the name. */
  readonly name: string
  readonly context: Context
  readonly outcome: Outcome
  /** Null: no commits. */
  readonly tree: Tree | null
  /** The text of the files that were read, by path. */
  readonly before: ReadonlyMap<string, string>
  /** The language of the answer, and its texts. */
  readonly lang: Lang
  readonly texts: Texts
}

/** What is asked of the core, and the branch with its lock that the answer goes to. */
export interface Asked {
  readonly branch: string
  readonly path: string
  readonly propose: (tree: Tree | null, context: Context) => Outcome
}

const ofSetUp: Asked = { branch: setUpBranch, path: lockPath, propose }

/**
 * Reads the commit at HEAD of the repository around a folder, and proposes. Writes nothing; what goes on is told to `terminal.progress`.
 * Throws `UserError` where there is no repository, and for mistakes of its configuration.
 */
export async function lookHere(folder: string, request: Request, terminal: Terminal, of = ofSetUp): Promise<Seen> {
  const { progress, texts: asked } = terminal
  const directory = await findRepository(folder)
  const repository = await localFacts(directory)
  const name = repository.owner ? `${repository.owner}/${repository.name}` : repository.name
  progress.show(asked.cli.reading(name))
  const tree = await readRepository(localReader(directory, of))
  const { config } = configOf(tree, null, textsIn(request.lang ?? 'en'))
  const context: Context = { repository, aws: unknownAccount, config, request }
  const lang = request.lang ?? config.lang ?? 'en'
  const texts = textsIn(lang)
  progress.show(texts.cli.deciding(name, tree?.entries.length ?? 0))
  const outcome = of.propose(tree, context)
  const changed = await uncommitted(directory)
  progress.clear()
  const notes = changed === 0 ? outcome.notes : [...outcome.notes, texts.cli.uncommitted(changed)]
  return {
    directory,
    name,
    context,
    outcome: { ...outcome, notes },
    tree,
    before: tree?.files ?? new Map(),
    lang,
    texts,
  }
}
