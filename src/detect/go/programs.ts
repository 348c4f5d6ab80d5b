import { once } from '../once.ts'
import type { Place } from '../place.ts'
import { places } from '../places.ts'
import type { Repository } from '../repository.ts'
import { goModule } from './module.ts'

/** A `package main`: the folder to build, as `go build` takes it (`.`, `./cmd/api`), and the name of the program. */
export interface Program {
  readonly source: string
  readonly name: string
  readonly file: string
}

const isSource = (name: string) => name.endsWith('.go') && !name.endsWith('_test.go')

/** Every program of a module: in its root, in `cmd/*`, in `app`, `src`, `server`. */
export const programsAt = once((place: Place): readonly Program[] => {
  const module = goModule(place)
  if (!module) return []
  const own =
    module.module
      .replace(/\/v\d+$/, '')
      .split('/')
      .at(-1) ?? 'app'
  const folders = [
    '.',
    'cmd',
    ...below(place, 'cmd'),
    ...below(place, 'cmd').flatMap((name) => below(place, name)),
    'src',
    'app',
    'server',
    'api',
    'internal/cmd',
    ...below(place, 'services'),
    ...below(place, 'apps'),
  ]
  return folders.flatMap((folder): readonly Program[] => {
    const file = mainFile(place, folder)
    if (file === null) return []
    const last = folder.split('/').at(-1) ?? own
    return [
      {
        source: folder === '.' ? '.' : `./${folder}`,
        name: folder === '.' || folder === 'cmd' || folder === 'src' ? own : last,
        file,
      },
    ]
  })
})

function below(place: Place, folder: string): readonly string[] {
  return [...(place.repository.folder(place.at(folder))?.folders ?? [])].sort().map((name) => `${folder}/${name}`)
}

function mainFile(place: Place, folder: string): string | null {
  const names = [...(place.repository.folder(place.at(folder))?.files ?? [])]
    .filter(isSource)
    .sort((a, b) => Number(b === 'main.go') - Number(a === 'main.go') || (a < b ? -1 : 1))
  const prefix = folder === '.' ? '' : `${folder}/`
  return (
    names
      .map((name) => `${prefix}${name}`)
      .find(
        (name) => /^package main\b/m.test(place.text(name) ?? '') && /^func main\(\)/m.test(place.text(name) ?? ''),
      ) ?? null
  )
}

const telling =
  /(?:server|router|routes?|http|api|app|handler|serve|web|config|cmd|root|bot|start|bootstrap)[\w-]*\.go$/

/** Go files to read besides every `main.go`: those that may start the server, at most a few for each module. */
export function wantedGo(repository: Repository): readonly string[] {
  return places(repository).flatMap((place) => (goModule(place) ? likely(place).map(place.at) : []))
}

function likely(place: Place): readonly string[] {
  const folders = [
    '.',
    ...['cmd', 'internal', 'pkg', 'server', 'app', 'src', 'api', 'config', 'router', 'routes', 'web', 'http', 'bot'],
  ]
  const found: string[] = []
  for (const folder of folders) {
    found.push(...sources(place, folder))
    for (const deeper of below(place, folder === '.' ? 'cmd' : folder)) found.push(...sources(place, deeper))
  }
  const named = [...new Set(found)]
  const rank = (name: string) => (name.endsWith('main.go') ? 0 : telling.test(name) ? 1 : name.includes('/') ? 3 : 2)
  return named
    .filter((name) => rank(name) < 3)
    .sort((a, b) => rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
    .slice(0, 20)
}

function sources(place: Place, folder: string): readonly string[] {
  const prefix = folder === '.' ? '' : `${folder}/`
  return [...(place.repository.folder(place.at(folder))?.files ?? [])]
    .filter(isSource)
    .map((name) => `${prefix}${name}`)
}

/** The text of every Go file of a module that was read. */
export const goSources = once((place: Place): readonly { readonly name: string; readonly text: string }[] =>
  likely(place).flatMap((name) => {
    const text = place.text(name)
    return text === undefined ? [] : [{ name, text }]
  }),
)
