import { once } from '../once.ts'
import { type Place, parent, placeAt } from '../place.ts'
import type { Repository } from '../repository.ts'
import { blockAt, javaProject, settingsOf } from './project.ts'

/**
 * The libraries and plugins of a build with what it takes from the builds around it: blocks for all modules and convention
 * plugins of Gradle, the parent of a Maven module, and the modules that it depends on, with theirs.
 */
export const namesAround = once(
  (place: Place): ReadonlySet<string> =>
    new Set(
      modulesOf(place).flatMap((one) => [...(javaProject(one)?.names ?? []), ...fromTop(one), ...fromParent(one)]),
    ),
)

/** A build and the modules that it is made from, with theirs; the nearest first. */
export const modulesOf = once((place: Place): readonly Place[] => {
  const found: Place[] = []
  for (let level = [place]; level.length > 0; ) {
    const fresh = [...new Set(level)].filter((one) => javaProject(one) && !found.includes(one))
    found.push(...fresh)
    level = fresh.flatMap((one) => modulesUsed(one))
  }
  return found
})

/** Names in the blocks of the Gradle builds above that hold for their modules, and in the plugins that it writes itself. */
function fromTop(place: Place): readonly string[] {
  const project = javaProject(place)
  if (project?.tool !== 'gradle') return []
  const top = placeAt(place.repository, project.top)
  const shared = buildsAbove(place, project.top).map((above) => sharedBlocks(javaProject(above)?.text ?? ''))
  const conventions = [...project.names].flatMap((name) => conventionOf(top, name) ?? [])
  const written = [project.text, ...shared, ...conventions]
  return [...shared, ...conventions, ...written.flatMap((text) => applied(text, top))].flatMap(namesInText)
}

/** The scripts that a build applies: `apply from: rootProject.file('gradle/web.gradle')`. */
function applied(text: string, top: Place): readonly string[] {
  const script = /\bapply\s*\(?\s*from\s*[:=][^'"\n]*['"](?:\$\{?[\w.]+\}?\/)?([\w./-]+\.gradle(?:\.kts)?)['"]/g
  return [...text.matchAll(script)].flatMap(([, path = '']) => top.text(path) ?? [])
}

/** The folders above a module, up to the top of its build. */
function buildsAbove(place: Place, top: string): readonly Place[] {
  if (place.root === top) return []
  const above = parent(place.root)
  if (above === null) return []
  const next = placeAt(place.repository, above)
  return [next, ...buildsAbove(next, top)]
}

const conventionFolders = ['groovy', 'kotlin'].flatMap((language) =>
  ['buildSrc', 'build-logic', 'build-logic/convention'].map((folder) => `${folder}/src/main/${language}`),
)

function conventionOf(top: Place, plugin: string): string | undefined {
  return conventionFolders
    .flatMap((folder) => [`${folder}/${plugin}.gradle`, `${folder}/${plugin}.gradle.kts`])
    .map(top.text)
    .find((text) => text !== undefined)
}

/** The text of `subprojects { … }` and `allprojects { … }`. */
function sharedBlocks(text: string): string {
  return [...text.matchAll(/\b(?:subprojects|allprojects)\s*\{/g)]
    .map(({ index, 0: head }) => blockAt(text, index + head.length))
    .join('\n')
}

function namesInText(text: string): readonly string[] {
  return [...text.matchAll(/['"]([A-Za-z][\w.-]*)(?::([\w.-]+))?(?::[^'"]*)?['"]/g)].flatMap(
    ([, group = '', name]) => name ?? group,
  )
}

const mavenModules = once((repository: Repository): ReadonlyMap<string, Place> => {
  const found = new Map<string, Place>()
  for (const path of repository.tree.files.keys()) {
    if (path !== 'pom.xml' && !path.endsWith('/pom.xml')) continue
    const place = placeAt(repository, path === 'pom.xml' ? '.' : path.slice(0, -'/pom.xml'.length))
    const artifact = javaProject(place)?.artifact
    if (artifact && !found.has(artifact)) found.set(artifact, place)
  }
  return found
})

/** What the parent of a Maven module hands down: its dependencies and plugins, not those it only manages. */
function fromParent(place: Place): readonly string[] {
  const parent = /<parent>[\s\S]*?<artifactId>\s*([^<\s]+)/.exec(javaProject(place)?.text ?? '')?.[1]
  const above = parent === undefined ? undefined : mavenModules(place.repository).get(parent)
  const text = above && above !== place ? javaProject(above)?.text : undefined
  if (above === undefined || text === undefined) return []
  const handed = ['dependencyManagement', 'pluginManagement', 'profiles', 'modules', 'parent'].reduce(
    (rest, tag) => rest.replace(new RegExp(`<${tag}>[\\s\\S]*?</${tag}>`, 'g'), ''),
    text,
  )
  const grandparent = /<parent>[\s\S]*?<artifactId>\s*([^<\s]+)/.exec(text)?.[1]
  return [
    ...[...handed.matchAll(/<artifactId>\s*([^<\s]+)\s*<\/artifactId>/g)].flatMap(([, name]) => name ?? []),
    ...(grandparent === undefined ? [] : [grandparent]),
  ]
}

/** The modules of the same build that a module is made from. */
function modulesUsed(place: Place): readonly Place[] {
  const project = javaProject(place)
  if (project?.tool === 'maven') {
    const modules = mavenModules(place.repository)
    return [...project.names].flatMap((name) => {
      const module = modules.get(name)
      return module && javaProject(module)?.packaging !== 'pom' ? [module] : []
    })
  }
  return project ? gradleModules(place, project.text, project.top) : []
}

function gradleModules(place: Place, text: string, top: string): readonly Place[] {
  const named = [...text.matchAll(/\bproject\(\s*(?:path\s*[:=]\s*)?['"]:?([\w:./-]+)['"]/g)].map(
    ([, path = '']) => path,
  )
  const accessors = new Set([...text.matchAll(/\bprojects\.([\w.]+)/g)].map(([, path = '']) => path))
  const included =
    accessors.size === 0
      ? []
      : modulesIn(placeAt(place.repository, top)).filter((path) => accessors.has(accessorOf(path)))
  return [...named, ...included].map((path) =>
    placeAt(place.repository, top === '.' ? path.replaceAll(':', '/') : `${top}/${path.replaceAll(':', '/')}`),
  )
}

/** The modules that a Gradle build includes, as `web` or `services:web`. */
function modulesIn(place: Place): readonly string[] {
  return [...settingsOf(place).matchAll(/['"]:?([\w:.-]+)['"]/g)].flatMap(([, path]) => path ?? [])
}

// `sample-web-base` is `sampleWebBase` there: https://docs.gradle.org/current/userguide/declaring_dependencies.html#sec:type-safe-project-accessors (2026-11-22)
function accessorOf(path: string): string {
  return path
    .split(':')
    .map((name) => name.replace(/[-_]+(\w)/g, (_, letter: string) => letter.toUpperCase()))
    .join('.')
}
