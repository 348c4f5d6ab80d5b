import type { GeneratedFile } from '../model.ts'
import { sha1 } from './sha1.ts'

export const lockPath = '.github/cicd.lock.json'

/** Version of the templates. Raise it when a change of them should reach repositories that were set up before. */
export const templateVersion = '0.1.0'

/** What was generated last: Git's blob id of each file as the template gave it, which is the base of a later merge. */
export interface Lock {
  readonly version: 1
  readonly template: string
  readonly files: Readonly<Record<string, string>>
}

/**
 * The lock file for a set of generated files (itself not among them), in the order of the paths.
 * What `before` knows of other files stays in it: one run may refresh one app of several.
 */
export function lockFile(files: readonly GeneratedFile[], before: Lock | null = null): GeneratedFile {
  const fresh = files.map((file) => [file.path, blobId(file.content)] as const)
  const all = new Map([...Object.entries(before?.files ?? {}), ...fresh])
  const paths = [...all].sort(([a], [b]) => (a < b ? -1 : 1))
  const lock: Lock = { version: 1, template: templateVersion, files: Object.fromEntries(paths) }
  return {
    path: lockPath,
    mode: '100644',
    content: `${JSON.stringify(lock, null, 2)}\n`,
    purpose: 'What was generated, so that the next run can tell your changes from its own',
  }
}

/** The lock in a text; null where the text is no lock of a version that is known here. */
export function readLock(text: string): Lock | null {
  const data = parse(text)
  if (!isRecord(data) || data.version !== 1 || typeof data.template !== 'string' || !isRecord(data.files)) return null
  const files: [string, string][] = []
  for (const [path, id] of Object.entries(data.files)) {
    if (typeof id !== 'string' || !/^[0-9a-f]{40}$/.test(id)) return null
    files.push([path, id])
  }
  return { version: 1, template: data.template, files: Object.fromEntries(files) }
}

/** The id that Git gives a file of this content. */
export function blobId(content: string): string {
  const body = new TextEncoder().encode(content)
  const head = new TextEncoder().encode(`blob ${body.length}\0`)
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return sha1(bytes)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
