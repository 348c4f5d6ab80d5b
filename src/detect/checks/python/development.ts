import { get, type Json, list, record, text } from '../../json.ts'
import { once } from '../../once.ts'
import type { Place } from '../../place.ts'
import { dependenciesAt, plainName } from '../../python/dependencies.ts'
import { filesIn } from '../../repository.ts'

/** Where a package is listed that only development needs. */
export type Listed =
  | { readonly in: 'main' }
  | { readonly in: 'group' | 'extra'; readonly name: string; readonly optional: boolean }
  | { readonly in: 'file'; readonly name: string }

/** Packages of tests and linters, by plain name: where each is listed first. Those of production count too. */
export const developmentPackages = once((place: Place): ReadonlyMap<string, Listed> => {
  const found = new Map<string, Listed>()
  const add = (names: readonly string[], where: Listed) => {
    for (const name of names) if (!found.has(name)) found.set(name, where)
  }
  add([...dependenciesAt(place).keys()], { in: 'main' })
  for (const { names, where } of [...groups(place), ...pipenv(place), ...files(place)]) add(names, where)
  return found
})

interface Part {
  readonly names: readonly string[]
  readonly where: Listed
}

function nameOf(specifier: string): readonly string[] {
  const name = /^\s*["']?([A-Za-z0-9][\w.-]*)/.exec(specifier)?.[1]
  return name === undefined ? [] : [plainName(name)]
}

const namesIn = (items: Json | undefined) => list(items).flatMap((item) => nameOf(text(item) ?? ''))
const keysOf = (items: Json | undefined) => Object.keys(record(items)).map(plainName)

// PEP 735, extras, and the older places of uv, Poetry and PDM.
function groups(place: Place): readonly Part[] {
  const toml = place.toml('pyproject.toml')
  const named = (items: Json | undefined, kind: 'group' | 'extra') =>
    Object.entries(record(items)).map(
      ([name, value]): Part => ({
        names: namesIn(value),
        where: { in: kind, name, optional: name !== 'dev' },
      }),
    )
  const poetry = Object.entries(record(get(toml, 'tool', 'poetry', 'group'))).map(
    ([name, group]): Part => ({
      names: keysOf(get(group, 'dependencies')),
      where: { in: 'group', name, optional: get(group, 'optional') === true },
    }),
  )
  const always = { in: 'group', name: 'dev', optional: false } as const
  const parts = [
    ...named(get(toml, 'dependency-groups'), 'group'),
    { names: namesIn(get(toml, 'tool', 'uv', 'dev-dependencies')), where: always },
    ...named(get(toml, 'tool', 'pdm', 'dev-dependencies'), 'group'),
    ...poetry,
    { names: keysOf(get(toml, 'tool', 'poetry', 'dev-dependencies')), where: always },
    ...named(get(toml, 'project', 'optional-dependencies'), 'extra'),
  ]
  return parts.filter(({ where }) => where.in === 'main' || /^[\w.-]+$/.test(where.name))
}

function pipenv(place: Place): readonly Part[] {
  const names = keysOf(get(place.toml('Pipfile'), 'dev-packages'))
  return [{ names, where: { in: 'group', name: 'dev', optional: false } }]
}

const fileNames =
  /^(?:(?:requirements?|reqs?)[-_.]?(?:dev|develop|development|test|tests|testing|ci|lint)|(?:dev|test|tests|testing|ci)[-_.]requirements?)\.txt$/

/** Lists for development and tests: `requirements-dev.txt`, `requirements/test.txt`, `tests/requirements.txt`. */
export const developmentFiles = once((place: Place): readonly string[] => {
  const below = ['requirements', 'tests', 'test'].flatMap((folder) =>
    filesIn(place.repository, place.at(folder), (name) =>
      folder === 'requirements'
        ? /^(?:dev|develop|development|test|tests|testing|ci)\.txt$/.test(name)
        : name === 'requirements.txt',
    ).map((path) => `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`),
  )
  return [...[...place.folder.files].filter((name) => fileNames.test(name)).sort(), ...below]
})

function files(place: Place): readonly Part[] {
  return developmentFiles(place).map((name) => ({
    names: (place.text(name) ?? '').split('\n').flatMap((line) => (/^\s*[#-]/.test(line) ? [] : nameOf(line))),
    where: { in: 'file', name },
  }))
}
