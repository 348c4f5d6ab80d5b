import type { GeneratedFile } from '../model.ts'
import type { Texts } from '../text.ts'
import { sha1 } from './sha1.ts'

export const lockPath = '.github/cicd.lock.json'

/** The lock of what `/cicd accounts` generates: a file of its own, so that two open pull requests never change the same one. */
export const accountsLockPath = 'infra/accounts/cicd.lock.json'

/** Every lock that there can be. */
export const lockPaths: readonly string[] = [lockPath, accountsLockPath]

/** The locks in a tree's files. */
export function locksIn(files: ReadonlyMap<string, string>): readonly Lock[] {
  return lockPaths.flatMap((path) => readLock(files.get(path) ?? '') ?? [])
}

/** Version of the templates. Raise it when a change of them should reach repositories that were set up before. */
export const templateVersion = '0.1.0'

/** How an app was set up: what a later run keeps unless it is asked for something else. */
export interface LockedApp {
  readonly target: string
  readonly ci: string | null
}

/** What was generated last: Git's blob id of each file as the template gave it, which is the base of a later merge. */
export interface Lock {
  readonly version: 1
  readonly template: string
  /** By the app's root. */
  readonly apps: Readonly<Record<string, LockedApp>>
  readonly files: Readonly<Record<string, string>>
}

/** The lock file for blob ids by path and apps by root, in the order of their names. */
export function lockFile({ apps, files }: Pick<Lock, 'apps' | 'files'>, texts: Texts, path = lockPath): GeneratedFile {
  const lock: Lock = { version: 1, template: templateVersion, apps: sorted(apps), files: sorted(files) }
  return {
    path,
    mode: '100644',
    content: `${JSON.stringify(lock, null, 2)}\n`,
    purpose: texts.removal.lockPurpose,
  }
}

function sorted<T>(items: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1)))
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
  return { version: 1, template: data.template, apps: readApps(data.apps), files: Object.fromEntries(files) }
}

function readApps(data: unknown): Lock['apps'] {
  if (!isRecord(data)) return {}
  const apps = Object.entries(data).flatMap(([root, app]): [string, LockedApp][] => {
    if (!isRecord(app) || typeof app.target !== 'string') return []
    return [[root, { target: app.target, ci: typeof app.ci === 'string' ? app.ci : null }]]
  })
  return Object.fromEntries(apps)
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
