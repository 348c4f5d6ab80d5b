import type { App } from '../../model.ts'
import { expression, literal } from '../expression.ts'
import type { ActionStep } from '../workflow.ts'

/** A cache of folders, keyed by one lockfile. `lockfile` is relative to the repository. */
export function fileCache(name: string, paths: readonly string[], lockfile: string): ActionStep {
  const key = `${name}-${expression('runner.os')}-`
  const hash = expression(`hashFiles('${lockfile.replaceAll("'", "''")}')`)
  return {
    name: 'Keep downloads',
    uses: 'actions/cache',
    with: { path: paths.join('\n'), key: `${key}${hash}`, 'restore-keys': key },
  }
}

/**
 * The version input of a set-up action: the file where the app pins it, when the action can read that file, so that the pin
 * stays in one place; else the version itself, else a default.
 */
export function pinnedIn(
  app: App,
  files: readonly string[],
  fileInput: string,
  versionInput: string,
  fallback: string,
): Record<string, string> {
  const from = app.runtime?.from ?? ''
  const name = from.slice(from.lastIndexOf('/') + 1)
  if (files.includes(name)) return { [fileInput]: literal(from) }
  return { [versionInput]: app.runtime?.version ?? fallback }
}
