import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import { type JavaProject, javaProject, javaTool } from '../java/project.ts'
import type { Place } from '../place.ts'
import { proofOfTests, some } from './proof-of-tests.ts'

/** Tests below `src/test`, run by the build tool with the modules that the project needs; Spotless or ktlint where the build has it. */
export const javaChecks: Detector = {
  id: 'java-checks',
  stack: 'java',
  reads: ['pom.xml', 'build.gradle', 'build.gradle.kts'],
  find(place) {
    const project = javaProject(place)
    return project ? [...test(place, project), ...lint(place, project)] : []
  },
}

// Every path counts: `com.example` is the package that starters write, and `example` folders are not looked into elsewhere.
function test(place: Place, project: JavaProject): readonly Finding[] {
  const below = place.root === '.' ? '' : `${place.root}/`
  const tests = place.repository.tree.entries
    .filter(({ path }) => path.startsWith(below) && inTests.test(path.slice(below.length)))
    .map(({ path }) => ({ path, name: path.slice(below.length) }))
  return some(tests) ? [find('test', task(place, project, 'test', true), proofOfTests(tests, place.texts))] : []
}

const inTests = /^(?:src\/test|test)\/.*\.(?:java|kt|groovy|scala)$/

function task(place: Place, project: JavaProject, name: string, modules: boolean): string {
  const { tool, top } = project
  const program = javaTool(place, project)
  if (top === place.root) return `${program} ${name}`
  const folder = top === '.' ? place.root : place.root.slice(top.length + 1)
  const up = folder.replace(/[^/]+/g, '..')
  return tool === 'maven'
    ? `cd ${up} && ${program} ${name} --projects ${folder}${modules ? ' --also-make' : ''}`
    : `cd ${up} && ${program} :${folder.replaceAll('/', ':')}:${name}`
}

const linters: readonly { readonly plugin: string; readonly tool: JavaProject['tool']; readonly task: string }[] = [
  { plugin: 'com.diffplug.spotless', tool: 'gradle', task: 'spotlessCheck' },
  { plugin: 'spotless-maven-plugin', tool: 'maven', task: 'spotless:check' },
  { plugin: 'org.jlleitschuh.gradle.ktlint', tool: 'gradle', task: 'ktlintCheck' },
]

function lint(place: Place, project: JavaProject): readonly Finding[] {
  const found = linters.find(({ plugin, tool }) => tool === project.tool && project.names.has(plugin))
  return found
    ? [find('lint', task(place, project, found.task, false), place.proof(project.file, found.plugin, found.plugin))]
    : []
}
