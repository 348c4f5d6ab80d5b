import type { App, CiId, Context, Request, TargetId, Tree } from '../model.ts'
import { lockPath, readLock } from '../render/lock.ts'
import { ciIds } from '../render/provider-names.ts'
import { targets } from '../targets.ts'

/** How the apps of this repository were set up before, by root: a later run keeps that unless it is asked for something else. */
export type Settled = ReadonlyMap<string, { readonly target: TargetId; readonly ci: CiId | null }>

/**
 * Reads the lock of the last run that was merged and, where the request is about one folder, that of the proposal which is still open:
 * what another folder was proposed before stays in the union (case B40).
 */
export function settledIn(tree: Tree, { path }: Pick<Request, 'path'>): Settled {
  const merged = readLock(tree.files.get(lockPath) ?? '')?.apps ?? {}
  const proposed = path === null ? {} : (readLock(tree.proposed ?? '')?.apps ?? {})
  const apps = { ...proposed, ...merged }
  return new Map(
    Object.entries(apps).flatMap(([root, { target, ci }]): [string, { target: TargetId; ci: CiId | null }][] => {
      const known = targets.find(({ id }) => id === target)
      return known ? [[root, { target: known.id, ci: ciIds.find((id) => id === ci) ?? null }]] : []
    }),
  )
}

/**
 * The apps that one run is about: with `--path` those at or below that folder and, so that shared files keep serving them, those that
 * were set up before; where only those are asked for, no others; else all.
 */
export function appsInHand(apps: readonly App[], { request }: Context, settled: Settled): readonly App[] {
  if (request.settledOnly) return apps.filter(({ root }) => settled.has(root))
  return request.path === null ? apps : apps.filter((app) => isAsked(app, request.path) || settled.has(app.root))
}

/** Whether the request's flags are about this app. */
export function isAsked(app: App, path: string | null): boolean {
  if (path === null) return true
  return app.root === path || (path !== '.' && app.root.startsWith(`${path}/`))
}
