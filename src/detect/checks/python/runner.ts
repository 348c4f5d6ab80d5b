import { get } from '../../json.ts'
import { once } from '../../once.ts'
import { type Place, placeAt } from '../../place.ts'
import { pythonManifest } from '../../python/manifests.ts'
import type { Folder, Repository } from '../../repository.ts'
import { type FileBelow, filesBelow } from '../files-below.ts'
import { developmentPackages } from './development.ts'
import type { Tools } from './install.ts'

/** How the tests of a project are run, and the tool that has to be installed for it. */
export interface Runner {
  readonly command: string
  readonly needs: readonly string[]
}

/** The test files of a project. Those of stacks that must be deployed first (`integration`, `e2e`) are left out. */
export const pythonTestFiles = once((place: Place): readonly FileBelow[] =>
  filesBelow(place, (name) => /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/.test(name), isOther).filter(
    ({ path, name }) =>
      !/(?:^|\/)(?:integration|e2e|load|performance|benchmarks?)\//.test(name) && isWritten(place, path),
  ),
)

function isOther({ files }: Folder, name: string): boolean {
  return (
    !/(?:^|\/)tests?$/.test(name) &&
    ['pyproject.toml', 'manage.py', 'Pipfile', 'setup.py', 'requirements.txt'].some((one) => files.has(one))
  )
}

// `startapp` of Django writes a tests.py of 63 bytes without a test.
function isWritten({ repository }: Place, path: string): boolean {
  const source = repository.text(path)
  if (source !== undefined) return /^\s*(?:async )?def test|^\s*class \w*Test|^class [^\n]*TestCase/m.test(source)
  const size = sizes(repository.tree.entries).get(path) ?? null
  return size === null || size > 100
}

const sizes = once(
  (entries: Repository['tree']['entries']): ReadonlyMap<string, number | null> =>
    new Map(entries.map(({ path, size }) => [path, size])),
)

const looked = 3

/** The first test files of every Python project: what they import tells pytest from unittest. */
export function firstTests(repository: Repository): readonly string[] {
  return repository.folders.flatMap((root) => {
    const place = placeAt(repository, root)
    return pythonManifest(place) === null
      ? []
      : filesBelow(place, (name) => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$|^tests\.py$/.test(name), isOther)
          .slice(0, looked)
          .map(({ path }) => path)
  })
}

/** In the order of precedence; null where nothing runs these files. */
export function runnerOf(place: Place, { prefix }: Tools, tests: readonly FileBelow[]): Runner | null {
  const listed = developmentPackages(place)
  const pytest = { command: `${prefix}python -m pytest`, needs: ['pytest'] }
  if (place.has('manage.py') && !djangoByPytest(place))
    return isDjango(place) ? { command: `${prefix}python manage.py test`, needs: [] } : null
  const own = tests.filter(({ name }) => name === 'tests.py' || !name.endsWith('/tests.py'))
  if (own.length === 0) return null
  if (listed.has('pytest')) return pytest
  const sessions = toxOf(place) ?? noxOf(place)
  if (sessions !== null) return { command: sessions, needs: [] }
  const sources = own.flatMap(({ path }) => place.repository.text(path) ?? [])
  if (isPytest(place) || sources.some((source) => /^(?:import|from) pytest\b/m.test(source))) return pytest
  // Scripts that try a running server are named like tests too.
  const inFolder = own.some(({ name }) => /^tests?\//.test(name))
  const alone = !sources.some((source) => /localhost|127\.0\.0\.1|0\.0\.0\.0/.test(source))
  if (inFolder && alone && sources.some((source) => /^(?:async )?def test/m.test(source))) return pytest
  return sources.some((source) => /^(?:import|from) unittest\b/m.test(source))
    ? { command: `${prefix}python -m unittest ${unittestArguments(place, own)}`, needs: [] }
    : null
}

function isDjango(place: Place): boolean {
  return /django/i.test(place.text('manage.py') ?? '')
}

function djangoByPytest(place: Place): boolean {
  return (
    developmentPackages(place).has('pytest-django') &&
    ['pytest.ini', 'setup.cfg', 'tox.ini', 'pyproject.toml'].some((name) =>
      /DJANGO_SETTINGS_MODULE/.test(place.text(name) ?? ''),
    )
  )
}

function isPytest(place: Place): boolean {
  return (
    place.has('pytest.ini') ||
    place.has('conftest.py') ||
    place.has('tests/conftest.py') ||
    get(place.toml('pyproject.toml'), 'tool', 'pytest') !== undefined
  )
}

/** The environment for the Python that is there, where the list names versions: https://tox.wiki/en/latest/config.html (2026-11). */
function toxOf(place: Place): string | null {
  const ini = place.text('tox.ini') ?? ''
  if (!/^\[testenv\]/m.test(ini) || !/^commands\s*=/m.test(ini)) return null
  const names = /^env_?list\s*=\s*([\s\S]*?)(?=^\S|$(?![\s\S]))/m.exec(ini)?.[1] ?? ''
  return /\bpy3/.test(names) || names.trim() === '' ? 'pipx run tox -e py' : 'pipx run tox'
}

function noxOf(place: Place): string | null {
  const session = /^def (tests?|unit(?:_tests?)?|pytest)\(/m.exec(place.text('noxfile.py') ?? '')?.[1]
  return session === undefined ? null : `pipx run nox --no-error-on-missing-interpreters --session ${session}`
}

// Discovery knows `test*.py` in packages only: a folder of tests without __init__.py has to be named.
function unittestArguments(place: Place, tests: readonly FileBelow[]): string {
  const folder = tests.find(({ name }) => name.includes('/'))?.name.split('/')[0]
  if (folder === undefined && tests.every(({ name }) => name === 'tests.py')) return 'tests'
  return folder === undefined || place.has(`${folder}/__init__.py`) || !/^[\w-]+$/.test(folder)
    ? 'discover'
    : `discover --start-directory ${folder}`
}
