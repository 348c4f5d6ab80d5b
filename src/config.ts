import type { Said } from './config/definition.ts'
import { type Merged, merge } from './config/merge.ts'
import type { ConfigFault } from './config/node.ts'
import { readConfig } from './config/read.ts'
import type { Level } from './config/shape.ts'
import { UserError } from './errors.ts'
import type { Tree } from './model.ts'
import { type Texts, textsIn } from './text.ts'

export type { Commanders } from './config/commanders.ts'
export { defaultConfig } from './config/merge.ts'

/** Where the configuration lies, in a repository and in the organisation's `.github`. Only the one on the default branch counts. */
export const configPath = '.github/cicd.yml'

/** The repository in which an organisation keeps what holds for all of its repositories. */
export const organisationRepository = '.github'

/** A file with what is wrong in it. */
export interface Faulty {
  readonly level: Level
  readonly faults: readonly ConfigFault[]
}

/** The configuration has mistakes, so nothing is done. The message names each; `files` has them as data. */
export class ConfigMistakes extends UserError {
  readonly files: readonly Faulty[]
  constructor(files: readonly Faulty[], texts: Texts) {
    super([...files.map((file) => told(file, texts)), texts.config.mend].join('\n\n'))
    this.files = files
  }
}

const shownFaults = 10

/** The configuration as far as it can be read, and the files that have mistakes. */
export interface ReadConfiguration {
  readonly merged: Merged
  readonly faulty: readonly Faulty[]
}

/**
 * The configuration that holds for a repository: its own over that of its organisation. `organisation` is the text of that file,
 * or null where there is none. Throws `ConfigMistakes` that names each mistake with its place.
 */
export function configOf(tree: Tree | null, organisation: string | null = null, texts: Texts = textsIn('en')): Merged {
  const { merged, faulty } = readConfiguration(tree, organisation, texts)
  if (faulty.length > 0) throw new ConfigMistakes(faulty, texts)
  return merged
}

/** The same for who must go on with a configuration that has mistakes: what it says of who may command counts all the same. */
export function readConfiguration(tree: Tree | null, organisation: string | null, texts: Texts): ReadConfiguration {
  const above = organisation === null ? null : readConfig(organisation, 'organisation', texts)
  const own = readOwn(tree, texts)
  const faulty = [faultyOf('organisation', above), faultyOf('repository', own)].flatMap((file) => file ?? [])
  return { merged: merge(above?.said ?? null, own?.said ?? null, texts), faulty }
}

type Read = { readonly said: Said; readonly faults: readonly ConfigFault[] } | null

function readOwn(tree: Tree | null, texts: Texts): Read {
  const skipped = tree?.skipped.find(({ path }) => path === configPath)
  if (skipped !== undefined) {
    const { said } = readConfig('', 'repository')
    return { said, faults: [{ line: 1, column: 1, message: texts.config.theFile(texts.tree[skipped.why]) }] }
  }
  const text = tree?.files.get(configPath)
  return text === undefined ? null : readConfig(text, 'repository', texts)
}

function faultyOf(level: Level, read: Read): Faulty | null {
  return read === null || read.faults.length === 0 ? null : { level, faults: read.faults }
}

function told({ level, faults }: Faulty, texts: Texts): string {
  const lines = faults
    .slice(0, shownFaults)
    .map(({ line, column, message }) => texts.config.mistake(line, column, message))
  const organisation = level === 'organisation' ? organisationRepository : null
  return texts.config.mistakes(configPath, organisation, lines, Math.max(0, faults.length - shownFaults))
}
