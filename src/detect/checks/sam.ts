import { type SamApplication, samAt, samPatterns } from '../definitions/sam-application.ts'
import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import { javaProject, javaTool } from '../java/project.ts'
import { nodeTest } from '../node/checks.ts'
import { nodeProject } from '../node/project.ts'
import { type Place, placeAt } from '../place.ts'
import { places } from '../places.ts'
import type { Repository } from '../repository.ts'
import { filesBelow } from './files-below.ts'
import { proofOfTests, some } from './proof-of-tests.ts'
import { developmentInstall, toolsOf } from './python/install.ts'
import { runnerOf } from './python/runner.ts'

/**
 * Tests of a SAM application: those of `tests/` in Python, of the folders of functions with a package.json of
 * their own, and of a Java build. Tests that
 * want a deployed stack (`tests/integration`) are left out: they cannot pass on a pull request.
 */
export const samChecks: Detector = {
  id: 'sam-checks',
  reads: [...samPatterns, 'package.json', 'tests/requirements.txt'],
  follows: firstPythonTests,
  find(place, known) {
    const application = samAt(place)
    if (!application) return []
    const own = first(known, 'test')
    return [
      ...(own ? [] : nodeTests(place, application)),
      ...pythonTests(place, application, known),
      ...(own ? [] : javaTests(place, application)),
    ]
  },
}

const looked = 3

/** What the first tests import tells how they are run. */
function firstPythonTests(repository: Repository): readonly string[] {
  return places(repository).flatMap((place) =>
    samAt(place)
      ? pythonTestsBelow(place)
          .slice(0, looked)
          .map(({ path }) => path)
      : [],
  )
}

function pythonTestsBelow(place: Place) {
  return filesBelow(
    place,
    (name) => /^tests?\/(?!(?:integration|e2e)\/)(?:.*\/)?(?:test_[^/]*|[^/]*_test)\.py$/.test(name),
    () => false,
  )
}

function pythonTests(place: Place, { code }: SamApplication, known: readonly Finding[]): readonly Finding[] {
  const mine = known.filter(({ stack }) => stack === 'python')
  const tools = toolsOf(first(mine, 'packageManager')?.value.name ?? 'pip')
  const tests = pythonTestsBelow(place)
  const runner = tools && some(tests) ? runnerOf(place, tools, tests) : null
  if (!tools || !runner || !some(tests)) return []
  const lists = code.flatMap((path) => {
    const name = place.root === '.' ? path : path.slice(place.root.length + 1)
    return /^[\w][\w./-]*$/.test(name) && place.has(`${name}/requirements.txt`) ? [`${name}/requirements.txt`] : []
  })
  const install = developmentInstall(place, tools, first(mine, 'install')?.value ?? null, runner.needs, lists)
  const unit = place.repository.folder(place.at('tests/unit')) ? ' tests/unit' : ' tests'
  const command = runner.command.endsWith('pytest') ? `${runner.command}${unit}` : runner.command
  const proof = proofOfTests(tests, place.texts)
  return [
    { ...find('test', command, proof), stack: 'python' },
    ...(install === null ? [] : [{ ...find('devInstall', install, proof), stack: 'python' as const }]),
  ]
}

/** `sam init` gives each function of Node a package.json with its tests. */
function nodeTests(place: Place, { code }: SamApplication): readonly Finding[] {
  const folders = [...new Set(code)].filter((path) => path !== place.root)
  const found = folders.flatMap((path) => {
    const function_ = placeAt(place.repository, path)
    const project = nodeProject(function_)
    const [test] = project?.manager.name === 'npm' ? nodeTest(project) : []
    const folder = place.root === '.' ? path : path.slice(place.root.length + 1)
    const install = function_.has('package-lock.json') ? 'npm ci' : 'npm install'
    return test && /^[\w./-]+$/.test(folder)
      ? [{ command: `(cd ${folder} && ${install} && ${test.value})`, proof: test.proof[0] }]
      : []
  })
  const [head] = found
  const command = found.map(({ command }) => command).join(' && ')
  return head ? [{ ...find('test', command, head.proof), stack: 'node' }] : []
}

/** A Gradle build of the whole application, or a build in the folder of each function. */
function javaTests(place: Place, { code }: SamApplication): readonly Finding[] {
  const whole = place.pick('settings.gradle', 'settings.gradle.kts')
  const roots = whole === undefined ? code.map((path) => path.replace(/\/(?:build|target)\/.*$/, '')) : [place.root]
  const found = [...new Set(roots)].flatMap((root) => {
    const at = placeAt(place.repository, root)
    const project =
      whole === undefined ? javaProject(at) : { tool: 'gradle' as const, top: root, wrapper: at.has('gradlew') }
    const tests = javaTestsBelow(at)
    const folder = place.root === '.' ? root : root.slice(place.root.length + 1)
    if (!project || !some(tests) || (root !== place.root && !/^[\w./-]+$/.test(folder))) return []
    const command = `${javaTool(at, project)} test`
    return [
      {
        command: root === place.root ? command : `(cd ${folder} && ${command})`,
        proof: proofOfTests(tests, place.texts),
      },
    ]
  })
  const [head] = found
  const command = found.map(({ command }) => command).join(' && ')
  return head ? [{ ...find('test', command, head.proof), stack: 'java' }] : []
}

function javaTestsBelow({ root, repository }: Place) {
  const below = root === '.' ? '' : `${root}/`
  return repository.tree.entries
    .filter(({ path }) => path.startsWith(below) && /(?:^|\/)src\/test\/.*\.(?:java|kt)$/.test(path))
    .map(({ path }) => ({ path, name: path.slice(below.length) }))
}
