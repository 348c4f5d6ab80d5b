import { once } from '../once.ts'
import type { Place } from '../place.ts'
import { places } from '../places.ts'
import type { Repository } from '../repository.ts'
import { dependenciesAt } from './dependencies.ts'
import { pythonManifest } from './manifests.ts'

// Where programs begin, the likeliest first. `__init__` holds the factory of a Flask package.
const entryNames = [
  ...[
    'main',
    'app',
    'wsgi',
    'asgi',
    'application',
    'server',
    'api',
    'run',
    'manage',
    'index',
    'bot',
    'worker',
    'celery',
    'celery_app',
  ],
  ...[
    'streamlit_app',
    'web',
    'webapp',
    'service',
    'start',
    'tasks',
    '__main__',
    '__init__',
    'home',
    'Home',
    'core',
    'factory',
    'settings',
  ],
]
const rankByName: ReadonlyMap<string, number> = new Map(entryNames.map((name, at) => [`${name}.py`, at]))

const aside =
  /^(?:tests?|testing|docs?|scripts?|migrations|alembic|notebooks?|node_modules|static|templates|locale|benchmarks?|tools|samples?|demos?|\..*)$/
const notEntry =
  /^(?:test_.*|.*_test|conftest|setup|noxfile|fabfile|tasks_test|constants?|models?|schemas?|utils?|helpers?|exceptions?|types|enums?|forms?|admin)\.py$/

/** Python files of a place that a program may begin in, the likeliest first. At most three folders deep; tests and tools left out. */
export const sourceFiles = once((place: Place): readonly string[] => {
  const found = filesBelow(place, '', 0).filter((name) => !notEntry.test(name.slice(name.lastIndexOf('/') + 1)))
  return found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
})

function rank(path: string): number {
  const depth = path.split('/').length - 1
  return (rankByName.get(path.slice(path.lastIndexOf('/') + 1)) ?? 100) + depth * 10
}

function filesBelow(place: Place, prefix: string, depth: number): readonly string[] {
  const folder = place.repository.folder(place.at(prefix === '' ? '.' : prefix))
  if (!folder) return []
  const files = [...folder.files].filter((name) => name.endsWith('.py')).map((name) => `${prefix}${name}`)
  if (depth >= 3) return files
  const below = [...folder.folders].filter((name) => !aside.test(name) && !isOtherProject(place, `${prefix}${name}`))
  return [...files, ...below.flatMap((name) => filesBelow(place, `${prefix}${name}/`, depth + 1))]
}

function isOtherProject(place: Place, folder: string): boolean {
  return ['requirements.txt', 'pyproject.toml', 'Pipfile', 'package.json', 'template.yaml'].some((name) =>
    place.has(`${folder}/${name}`),
  )
}

const perPlace = { first: 24, more: 24 }

/** The text of the files read, likeliest first. */
export const readSources = once((place: Place): readonly { readonly name: string; readonly text: string }[] =>
  sourceFiles(place).flatMap((name) => {
    const text = place.text(name)
    return text === undefined ? [] : [{ name, text }]
  }),
)

/** The Python files to read in the next round: the likeliest of each project first, more of them where those start nothing. */
export function wantedSources(repository: Repository, startsSomething: (place: Place) => boolean): readonly string[] {
  return places(repository).flatMap((place) => {
    if (!isProject(place)) return []
    const names = sourceFiles(place)
    const named = names.slice(0, perPlace.first)
    const unread = named.filter((name) => place.text(name) === undefined)
    const next =
      unread.length === named.length
        ? named
        : startsSomething(place)
          ? []
          : names.slice(perPlace.first, perPlace.first + perPlace.more)
    return next.map(place.at)
  })
}

function isProject(place: Place): boolean {
  if (pythonManifest(place) !== null) return dependenciesAt(place).size > 0 || place.has('manage.py')
  return place.root === '.' && ['main.py', 'app.py', 'bot.py', 'server.py', 'wsgi.py'].some((name) => place.has(name))
}
