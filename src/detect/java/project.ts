import { once } from '../once.ts'
import { type Place, parent, placeAt } from '../place.ts'

/** A Maven or Gradle build of one folder, as far as its text tells. Nothing of it is run. */
export interface JavaProject {
  readonly tool: 'maven' | 'gradle'
  /** The build file, from the place. */
  readonly file: string
  readonly text: string
  /** Names of libraries and plugins: `spring-boot-starter-web`, `io.quarkus` … */
  readonly names: ReadonlySet<string>
  readonly packaging: string
  /** Maven's name of it; null for Gradle. */
  readonly artifact: string | null
  /** Name of the archive without its ending; null where a variable stands in it. */
  readonly archive: string | null
  readonly wrapper: boolean
  /** The folder of the build that this one is a module of; its own folder where it stands alone. */
  readonly top: string
}

/** The Java or Kotlin build of a place; null where there is none. */
export const javaProject = once((place: Place): JavaProject | null => maven(place) ?? gradle(place))

/**
 * The program that builds: the wrapper of the repository, else what is installed. A wrapper that git does not hold as executable is handed
 * to a shell.
 */
export function javaTool(
  { repository }: Place,
  { tool, wrapper, top }: Pick<JavaProject, 'tool' | 'wrapper' | 'top'>,
): string {
  if (!wrapper) return tool === 'maven' ? 'mvn' : 'gradle'
  const script = tool === 'maven' ? 'mvnw' : 'gradlew'
  const path = top === '.' ? script : `${top}/${script}`
  const isExecutable = repository.tree.entries.find((entry) => entry.path === path)?.mode === '100755'
  return isExecutable ? `./${script}` : `sh ./${script}`
}

function maven(place: Place): JavaProject | null {
  const text = place.text('pom.xml')
  if (text === undefined) return null
  const bare = text.replace(/<!--(?:[^-]|-(?!->))*-->/g, '')
  const own = without(bare, [
    'parent',
    'dependencies',
    'dependencyManagement',
    'build',
    'profiles',
    'reporting',
    'modules',
    'distributionManagement',
  ])
  const names = [...bare.matchAll(/<artifactId>\s*([^<\s]+)\s*<\/artifactId>/g)].flatMap(([, name]) => name ?? [])
  const version = tag(own, 'version') ?? tag(/<parent>([\s\S]*?)<\/parent>/.exec(bare)?.[1] ?? '', 'version')
  const final = tag(/<build>([\s\S]*?)<\/build>/.exec(bare)?.[1] ?? '', 'finalName')
  const artifact = tag(own, 'artifactId')
  const archive = final ?? (artifact !== null && version !== null ? `${artifact}-${version}` : null)
  return {
    tool: 'maven',
    file: 'pom.xml',
    text: bare,
    names: new Set(names),
    packaging: tag(own, 'packaging') ?? 'jar',
    artifact,
    archive: archive?.includes('$') ? null : archive,
    ...surroundings(place, 'mvnw', (above) =>
      new RegExp(`<module>\\s*(?:\\./)?${escaped(relative(above.root, place.root))}/?\\s*</module>`).test(
        above.text('pom.xml') ?? '',
      ),
    ),
  }
}

function without(text: string, tags: readonly string[]): string {
  return tags.reduce((rest, name) => {
    const start = rest.indexOf(`<${name}>`)
    const end = rest.lastIndexOf(`</${name}>`)
    return start < 0 || end < start ? rest : rest.slice(0, start) + rest.slice(end)
  }, text)
}

/** The text of the first element of a name. */
export function tag(text: string, name: string): string | null {
  return new RegExp(`<${escaped(name)}>\\s*([^<]+?)\\s*</${escaped(name)}>`).exec(text)?.[1] ?? null
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

const relative = (above: string, root: string) => (above === '.' ? root : root.slice(above.length + 1))

function surroundings(
  place: Place,
  wrapper: string,
  lists: (above: Place) => boolean,
): Pick<JavaProject, 'wrapper' | 'top'> {
  let top = place.root
  for (let root = parent(place.root); root !== null; root = parent(root)) {
    const above = placeAt(place.repository, root)
    if (lists(above)) top = root
  }
  return { top, wrapper: placeAt(place.repository, top).has(wrapper) }
}

const withoutComments = (text: string) =>
  text.replace(/\/\*(?:[^*]|\*(?!\/))*\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')

/** The build file of a module, or what the build above says for it: `project(':web') { … }`. */
function gradleText(place: Place): { readonly file: string; readonly text: string } | null {
  const file = place.pick('build.gradle.kts', 'build.gradle')
  const text = file === undefined ? undefined : place.text(file)
  if (file !== undefined && text !== undefined) return { file, text: withoutComments(text) }
  if (!place.folder.folders.has('src')) return null
  for (let root = parent(place.root), up = '../'; root !== null; root = parent(root), up += '../') {
    const above = placeAt(place.repository, root)
    const build = above.pick('build.gradle.kts', 'build.gradle')
    const path = relative(root, place.root)
    if (build === undefined || !includes(above, path)) continue
    const whole = withoutComments(above.text(build) ?? '')
    const start = new RegExp(
      `\\bproject\\(\\s*['"]:?${escaped(path).replaceAll('\\/', '[:/]')}['"]\\s*\\)\\s*\\{`,
    ).exec(whole)
    return { file: up + build, text: start ? blockAt(whole, start.index + start[0].length) : '' }
  }
  return null
}

/** The text of a block, from behind its opening bracket to the one that closes it. */
export function blockAt(text: string, from: number): string {
  let depth = 1
  let at = from
  for (; at < text.length && depth > 0; at++) depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0
  return text.slice(from, at)
}

function gradle(place: Place): JavaProject | null {
  const build = gradleText(place)
  if (!build) return null
  const { file, text: bare } = build
  const around = surroundings(place, 'gradlew', (above) => includes(above, relative(above.root, place.root)))
  const top = placeAt(place.repository, around.top)
  const catalog = top.text('gradle/libs.versions.toml') ?? ''
  return {
    tool: 'gradle',
    file,
    text: bare,
    names: namesIn(bare, catalog),
    packaging: /['"(]war['")]|id\s*\(?['"]war['"]/.test(bare) ? 'war' : 'jar',
    artifact: null,
    archive: archiveOf(place, bare, around.top),
    ...around,
  }
}

/** The settings of a Gradle build, which name its modules; empty where there are none. */
export function settingsOf(place: Place): string {
  return place.text('settings.gradle.kts') ?? place.text('settings.gradle') ?? ''
}

function includes(above: Place, folder: string): boolean {
  return new RegExp(`['"]:?${escaped(folder).replaceAll('\\/', '[:/]')}['"]`).test(settingsOf(above))
}

function archiveOf(place: Place, text: string, top: string): string | null {
  const named = /(?:archiveBaseName|archivesBaseName|archivesName)(?:\.set\(|\s*=\s*)\s*['"]([\w.-]+)['"]/.exec(
    text,
  )?.[1]
  const project =
    top === place.root
      ? /rootProject\.name\s*=\s*['"]([\w.-]+)['"]/.exec(settingsOf(place))?.[1]
      : place.root.split('/').at(-1)
  const version = /^\s*version\s*=?\s*['"]([\w.-]+)['"]/m.exec(text)?.[1]
  const file = /archiveFileName(?:\.set\(|\s*=\s*)\s*['"]([\w.-]+)\.jar['"]/.exec(text)?.[1]
  const name = named ?? project
  return file ?? (name === undefined ? null : version === undefined ? name : `${name}-${version}`)
}

/** Ids of plugins and names of libraries; those of the version catalog that the build mentions (`libs.plugins.ktor`). */
function namesIn(text: string, catalog: string): ReadonlySet<string> {
  const quoted = [...text.matchAll(/['"]([A-Za-z][\w.-]*)(?::([\w.-]+))?(?::[^'"]*)?['"]/g)].flatMap(
    ([, group = '', name]) => (name === undefined ? [group] : [name, `${group}:${name}`]),
  )
  const ktor = [...text.matchAll(/\b(?:kotlin|ktor)\(["']([\w-]+)["']\)/g)].flatMap(([, name]) => name ?? [])
  const bare = [...text.matchAll(/^\s*`?(application|war|java)`?\s*(?:\{\s*)?$/gm)].flatMap(([, name]) => name ?? [])
  const aliases = [
    ...catalog.matchAll(
      /^([\w-]+)\s*=\s*\{[^}\n]*(?:module\s*=\s*"[^":]+:([\w.-]+)"|name\s*=\s*"([\w.-]+)"|id\s*=\s*"([\w.-]+)")/gm,
    ),
  ]
  const used = aliases.flatMap(([, alias = '', module, name, id]) =>
    text.includes(`libs.${alias.replace(/[-_]/g, '.')}`) || text.includes(`libs.plugins.${alias.replace(/[-_]/g, '.')}`)
      ? (module ?? name ?? id ?? [])
      : [],
  )
  return new Set([...quoted, ...ktor, ...used, ...bare])
}
