import type { Context, Evidence, RepositoryFacts } from '../../model.ts'
import { code } from '../markdown.ts'
import { clip } from './words.ts'

interface Place {
  readonly context: Context
  readonly commit: string
}

/** A link to a line of the commit that was read; where the repository has no known address, the place as text. */
export function lineLink({ context, commit }: Place, { path, line }: Pick<Evidence, 'path' | 'line'>): string {
  const text = code(clip(line === null ? path : `${path}:${line}`, 160))
  const address = addressOf(context.repository, commit, path, line)
  return address === null ? text : `[${text}](${address})`
}

/** The address of a line of a commit on GitHub; null where the repository has no known address. */
export function addressOf(
  { host, owner, name }: RepositoryFacts,
  commit: string,
  path: string,
  line: number | null,
): string | null {
  const at = line === null ? '' : `#L${line}`
  return owner === null ? null : `https://${host}/${owner}/${name}/blob/${commit}/${encodePath(path)}${at}`
}

/** A path for an address inside `(…)` of Markdown. */
export function encodePath(path: string): string {
  return encodeURI(path.toWellFormed()).replace(
    /[?#@()'*!\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
}
