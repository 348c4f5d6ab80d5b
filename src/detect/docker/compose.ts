import { get, type Json, list, record, text } from '../json.ts'
import { once } from '../once.ts'
import { join, type Place } from '../place.ts'
import type { Repository } from '../repository.ts'

/** A service of a compose file that is built from this repository. Paths are from the repository root. */
export interface ComposeService {
  readonly name: string
  readonly file: string
  readonly context: string
  readonly dockerfile: string
  readonly target: string | null
  readonly platform: string | null
  /** One line; null where the image's own command runs. */
  readonly command: string | null
  /** The container side of the first port. */
  readonly port: number | null
}

export const composeReads: readonly string[] = [
  'compose.yml',
  'compose.yaml',
  'docker-compose.yml',
  'docker-compose.yaml',
  'docker-compose.prod.yml',
  'docker-compose.production.yml',
  'compose.prod.yml',
  'compose.production.yml',
  'docker-compose.release.yml',
  'compose.release.yml',
]

const names: ReadonlySet<string> = new Set(composeReads)

/** Every service of the repository's compose files that has a build of its own; those for production first. */
export const composeServices = once((repository: Repository): readonly ComposeService[] => {
  const files = [...repository.tree.files.keys()].filter((path) => names.has(path.slice(path.lastIndexOf('/') + 1)))
  const ranked = files.toSorted((a, b) => Number(/prod|release/.test(b)) - Number(/prod|release/.test(a)))
  return ranked.flatMap((file) => servicesIn(repository, file))
})

function servicesIn(repository: Repository, file: string): readonly ComposeService[] {
  // A file of stores only has no build: it need not be parsed.
  if (!/^\s+build:/m.test(repository.text(file) ?? '')) return []
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.'
  return Object.entries(record(get(repository.yaml(file), 'services'))).flatMap(
    ([name, service]) => serviceOf(name, service, file, folder) ?? [],
  )
}

function serviceOf(name: string, service: Json, file: string, folder: string): ComposeService | null {
  const build = get(service, 'build')
  if (build === undefined) return null
  const context = join(folder, text(build) ?? text(get(build, 'context')) ?? '.')
  const dockerfile = context === null ? null : join(context, text(get(build, 'dockerfile')) ?? 'Dockerfile')
  if (context === null || dockerfile === null) return null
  const command = get(service, 'command')
  const words = list(command).filter((word) => typeof word === 'string')
  return {
    name,
    file,
    context,
    dockerfile,
    target: text(get(build, 'target')),
    platform: text(get(service, 'platform')) ?? text(list(get(build, 'platforms'))[0]),
    command: text(command)?.trim() ?? (words.length > 0 ? words.join(' ') : null),
    port: portOf(list(get(service, 'ports'))[0]),
  }
}

function portOf(entry: Json | undefined): number | null {
  const digits = typeof entry === 'number' ? String(entry) : (/(\d+)(?:\/tcp)?$/.exec(text(entry) ?? '')?.[1] ?? null)
  const target = get(entry, 'target')
  return typeof target === 'number' ? target : digits === null ? null : Number(digits)
}

/** The services that build an app at a place: from its folder, or by its Dockerfile. */
export function servicesFor(place: Place, dockerfile: string | undefined): readonly ComposeService[] {
  return composeServices(place.repository).filter((service) =>
    dockerfile === undefined ? service.context === place.root : service.dockerfile === dockerfile,
  )
}
