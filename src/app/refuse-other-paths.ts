import { isAllowedPath } from '../decide/allowed-paths.ts'
import type { Choice, RenderedFile } from '../model.ts'

/** The closed set of paths is checked before anything is published, so that no mistake of the core reaches a repository. */
export function refuseOtherPaths(files: readonly RenderedFile[], choices: readonly Choice[]): void {
  const roots = choices.map(({ app }) => app.root)
  const wrong = files.find(({ path }) => !isAllowedPath(path, roots))
  if (wrong !== undefined) throw new Error(`a generated file would lie at ${wrong.path}`)
}
