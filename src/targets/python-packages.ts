import type { App } from '../model.ts'

/** Packages that are installed by their name, since the start command calls them and the project does not list them. */
export function pythonPackages(app: App): readonly string[] {
  return app.needs.flatMap((need) => /^python package: ([a-z][a-z0-9-]*)$/.exec(need)?.[1] ?? [])
}
