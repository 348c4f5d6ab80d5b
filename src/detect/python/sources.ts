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

// More Python files than this make a library or a data set; a program begins among those nearest to the root.
const most = 400

/** Python files of a place that a program may begin in, the likeliest first. At most three folders deep; tests and tools left out. */
export const sourceFiles = once((place: Place): readonly string[] => {
  const ranked = filesBelow(place).map((path) => ({ path, rank: rankOf(path) }))
  return ranked.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1)).map(({ path }) => path)
})

function rankOf(path: string): number {
  const depth = path.split('/').length - 1
  return (rankByName.get(path.slice(path.lastIndexOf('/') + 1)) ?? 100) + depth * 10
}

function filesBelow(place: Place): readonly string[] {
  const found: string[] = []
  let level: readonly string[] = ['']
  for (let depth = 0; depth <= 3 && found.length < most; depth++) {
    for (const prefix of level) found.push(...filesIn(place, prefix))
    level = level.flatMap((prefix) => foldersIn(place, prefix))
  }
  return found
}

const folderAt = (place: Place, prefix: string) =>
  place.repository.folder(place.at(prefix === '' ? '.' : prefix.slice(0, -1)))

function filesIn(place: Place, prefix: string): readonly string[] {
  const names = [...(folderAt(place, prefix)?.files ?? [])]
  return names.filter((name) => name.endsWith('.py') && !notEntry.test(name)).map((name) => prefix + name)
}

function foldersIn(place: Place, prefix: string): readonly string[] {
  const names = [...(folderAt(place, prefix)?.folders ?? [])]
  return names
    .filter((name) => !aside.test(name) && !isOtherProject(place, prefix + name))
    .map((name) => `${prefix}${name}/`)
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
      unread.length > 0
        ? unread
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
