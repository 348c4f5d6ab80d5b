import type { Context, Evidence } from '../../model.ts'
import { code } from '../markdown.ts'
import { clip } from './words.ts'

interface Place {
  readonly context: Context
  readonly commit: string
}

/** A link to a line of the commit that was read; where the repository has no known address, the place as text. */
export function lineLink({ context, commit }: Place, { path, line }: Pick<Evidence, 'path' | 'line'>): string {
  const { host, owner, name } = context.repository
  const text = code(clip(line === null ? path : `${path}:${line}`, 160))
  if (owner === null) return text
  const address = `https://${host}/${owner}/${name}/blob/${commit}/${encodePath(path)}${line === null ? '' : `#L${line}`}`
  return `[${text}](${address})`
}

/** A path for an address inside `(…)` of Markdown. */
export function encodePath(path: string): string {
  return encodeURI(path.toWellFormed()).replace(
    /[?#@()'*!\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
}
