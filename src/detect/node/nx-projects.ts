import { get, type Json, record, text } from '../json.ts'
import { once } from '../once.ts'
import { join, type Place, placeAt } from '../place.ts'
import type { Repository } from '../repository.ts'

/** A project that an older Nx workspace defines in its root: `workspace.json`, or `angular.json` beside `nx.json`. */
interface Inline {
  readonly name: string
  readonly value: Json
  /** The defining file from the repository root. */
  readonly file: string
}

/** The projects that are defined in the root of a workspace, by their own folders. https://nx.dev/deprecated/workspace-json (read 2026-11) */
export const inlineProjects: (repository: Repository) => ReadonlyMap<string, Inline> = once((repository) => {
  const found = new Map<string, Inline>()
  for (const folder of repository.folders) {
    const files = repository.folder(folder)?.files
    const name = files?.has('nx.json') ? ['workspace.json', 'angular.json'].find((one) => files.has(one)) : undefined
    if (name === undefined) continue
    const place = placeAt(repository, folder)
    for (const [project, value] of Object.entries(record(get(place.json(name), 'projects')))) {
      const root = text(get(value, 'root'))
      const at = root === null ? null : join(folder, root)
      if (at !== null && at !== folder) found.set(at, { name: project, value, file: place.at(name) })
    }
  }
  return found
})

/** What Nx knows of the project in a folder: its project.json, or its part of the file in the root; undefined where there is none. */
export function projectJson(place: Place): Json | undefined {
  return place.json('project.json') ?? inlineProjects(place.repository).get(place.root)?.value
}
