import type { Detector } from '../detector.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import type { Place } from '../place.ts'
import { versionManagerReads } from '../version-files.ts'
import { type JavaFramework, javaFramework } from './frameworks.ts'
import { type GradleProgram, gradleProgram } from './gradle-program.ts'
import { namesAround } from './modules.ts'
import { javaPort, javaSettingReads } from './port.ts'
import { answersNoHttp, isProgram, wantedMains } from './program.ts'
import { type JavaProject, javaProject, javaTool } from './project.ts'
import { javaVersion } from './version.ts'

/** Java and Kotlin servers and bots, built by Maven or Gradle. */
export const javaServer: Detector = {
  id: 'java-server',
  stack: 'java',
  reads: [
    ...[
      'pom.xml',
      'build.gradle',
      'build.gradle.kts',
      'settings.gradle',
      'settings.gradle.kts',
      'gradle/libs.versions.toml',
    ],
    ...['.java-version', '.sdkmanrc', 'system.properties', '.github/workflows/*.yml', '.github/workflows/*.yaml'],
    ...versionManagerReads,
    ...javaSettingReads,
    ...['*.gradle', '*.gradle.kts'],
  ],
  follows: wantedMains,
  find(place) {
    const project = javaProject(place)
    const names = project && namesAround(place)
    const framework = project && names && javaFramework(project, names)
    if (!project || !framework || isAndroid(project)) return []
    const proof = proofOf(place, project, names, framework)
    if (project.packaging === 'pom' || !hasCode(place)) return [find('notAnApp', 'part', proof)]
    if (isBuildLogic(place)) return [find('notAnApp', 'part', proof)]
    if (!isProgram(place, project)) return [find('notAnApp', 'part', proof)]
    const { id, port } = framework
    const kind =
      framework.kind === 'server' && answersNoHttp(place, javaSettingReads, names) ? 'worker' : framework.kind
    return [
      find('language', 'java', proof),
      find('framework', { id, kind, major: null, spa: false }, proof),
      ...tools(place, project),
      ...commands(place, project, framework, proof),
      ...(kind === 'server'
        ? javaPort(place, project.packaging === 'war' && port === null ? 8080 : port, project.file)
        : []),
    ]
  },
}

function isAndroid({ names }: JavaProject): boolean {
  return [...names].some((name) => /^com\.android\.|^org\.jetbrains\.compose$/.test(name))
}

// A build above its modules has plugins and no code of its own.
function hasCode(place: Place): boolean {
  return place.folder.folders.has('src') || place.folder.folders.has('app')
}

// Gradle compiles these folders for itself: https://docs.gradle.org/current/userguide/sharing_build_logic_between_subprojects.html (2026-11-22)
function isBuildLogic({ root }: Place): boolean {
  return root.split('/').some((name) => name === 'buildSrc' || name === 'build-logic')
}

function proofOf(
  place: Place,
  { file }: JavaProject,
  names: ReadonlySet<string>,
  { names: own, also }: JavaFramework,
): Proof {
  const name = [...names].find((one) => also?.test(one)) ?? [...names].find((one) => own.test(one)) ?? file
  return place.proof(file, name, name)
}

function tools(place: Place, project: JavaProject): readonly Finding[] {
  const proof = place.proof(project.file, project.file)
  const pin = javaVersion(place, project)
  const { tool, top } = project
  return [
    find('packageManager', { name: tool, version: null }, proof),
    ...(pin ? [find('runtime', { name: 'java', version: pin.major, from: pin.proof.path }, pin.proof)] : []),
    ...(top === place.root
      ? []
      : [find('workspace', { root: top, manager: tool, packageName: null, tool: null, members: [] }, proof)]),
  ]
}

function commands(place: Place, project: JavaProject, framework: JavaFramework, proof: Proof): readonly Finding[] {
  const gradle = project.tool === 'gradle' ? gradleProgram(place, project, namesAround(place), framework.id) : null
  const build = gradle ? gradleBuild(place, project, gradle) : mavenBuild(place, project)
  const start = startOf(project, framework, gradle)
  return [
    find('install', null, proof),
    find('build', build, proof),
    ...(start === null ? [find('remark', place.texts.seen.war, proof)] : [find('start', start, proof)]),
  ]
}

function above(place: Place, top: string): { readonly up: string; readonly folder: string } {
  const folder = top === '.' ? place.root : place.root.slice(top.length + 1)
  return {
    up: folder
      .split('/')
      .map(() => '..')
      .join('/'),
    folder,
  }
}

function mavenBuild(place: Place, project: JavaProject): string {
  const { up, folder } = above(place, project.top)
  const program = javaTool(place, project)
  if (project.top === place.root) return `${program} package -DskipTests`
  return `cd ${up} && ${program} package -DskipTests --projects ${folder} --also-make`
}

function gradleBuild(place: Place, project: JavaProject, { task }: GradleProgram): string {
  const { top } = project
  const program = javaTool(place, project)
  if (top === place.root) return `${program} ${task}`
  const { up, folder } = above(place, top)
  return `cd ${up} && ${program} :${folder.replaceAll('/', ':')}:${task}`
}

/** How the archive is started; null for a war that no framework makes runnable. */
function startOf(
  { packaging, archive }: JavaProject,
  { id }: JavaFramework,
  gradle: GradleProgram | null,
): string | null {
  if (packaging === 'war' && id !== 'spring-boot') return null
  if (gradle) return gradle.start
  if (id === 'quarkus') return 'java -jar target/quarkus-app/quarkus-run.jar'
  return `java -jar target/${archive ?? '*'}.${packaging === 'war' ? 'war' : 'jar'}`
}
