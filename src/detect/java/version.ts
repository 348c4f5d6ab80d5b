import { lineOf, type Place, placeAt } from '../place.ts'
import { imagePin } from '../runtime-pin.ts'
import { managedVersion, type Pin, versionFile } from '../version-files.ts'
import { type JavaProject, tag } from './project.ts'

/**
 * The version of Java, as a major, by the first of: `.java-version`, `.sdkmanrc`, `.tool-versions` or `mise.toml`,
 * Heroku's `system.properties`, the build file or that of the build above it, the Dockerfile, a workflow's
 * setup-java, the compiler plugin's level, what Spring Boot takes by itself.
 */
export function javaVersion(place: Place, project: JavaProject): (Pin & { readonly major: string }) | null {
  const top = placeAt(place.repository, project.top)
  const pins = [
    versionFile(place, '.java-version'),
    property(top, '.sdkmanrc', /^java=(\S+)/m),
    managedVersion(place, ['java']),
    property(top, 'system.properties', /^java\.runtime\.version\s*=\s*(\S+)/m),
    inBuild(place, project),
    project.top === place.root ? undefined : inTop(top, project.tool),
    imagePin(place, 'java'),
    workflow(place),
    project.tool === 'maven' ? compilerPlugin(place, project.text) : undefined,
    springParent(place, project),
  ]
  for (const pin of pins) {
    const major = pin ? majorOf(pin.text) : null
    if (pin && major !== null) return { ...pin, major }
  }
  return null
}

function majorOf(text: string): string | null {
  const [, one = '', two] = /(?:^|[^\d.])(\d{1,2})(?:[._](\d+))?/.exec(text) ?? []
  if (one === '') return null
  return one === '1' && two !== undefined ? two : one
}

function property(place: Place, file: string, pattern: RegExp): Pin | undefined {
  const [line, value] = pattern.exec(place.text(file) ?? '') ?? []
  return value === undefined || line === undefined
    ? undefined
    : { text: value, proof: place.proof(file, line, pattern) }
}

const mavenTags = [
  'maven.compiler.release',
  'java.version',
  'maven.compiler.target',
  'maven.compiler.source',
  'release',
  'jdk.version',
  'java-version',
  'javaVersion',
]

function inBuild(place: Place, { tool, file, text }: JavaProject): Pin | undefined {
  return tool === 'maven' ? inMaven(place, file, text) : inGradle(place, file, text)
}

function inMaven(place: Place, file: string, text: string): Pin | undefined {
  for (const name of mavenTags) {
    const value = tag(text, name)
    if (value !== null && /^\d/.test(value))
      return { text: value, proof: place.proof(file, `<${name}>${value}`, `<${name}>`) }
  }
  return undefined
}

/** The level that the compiler plugin is told: what the code is written for, and the least that must run it. */
function compilerPlugin(place: Place, text: string): Pin | undefined {
  const source =
    /<artifactId>maven-compiler-plugin<\/artifactId>[\s\S]{0,600}?<(?:release|source|target)>\s*([\d.]+)/.exec(
      text,
    )?.[1]
  return source === undefined
    ? undefined
    : { text: source, proof: place.proof('pom.xml', `maven-compiler-plugin: ${source}`, 'maven-compiler-plugin') }
}

// What `java.version` is where a pom leaves it out: https://docs.spring.io/spring-boot/system-requirements.html (2026-11-22).
const springLevels: Readonly<Record<string, string>> = { '1': '6', '2': '8', '3': '17', '4': '17' }

function springParent(place: Place, { tool, text, file }: JavaProject): Pin | undefined {
  const [whole, major = ''] =
    (tool === 'maven'
      ? /<artifactId>spring-boot-starter-parent<\/artifactId>\s*<version>\s*(\d)\.[\w.-]+/
      : /org\.springframework\.boot['"]\)?\s*version\s*\(?['"](\d)\.[\w.-]+/
    ).exec(text) ?? []
  const level = springLevels[major]
  return whole === undefined || level === undefined
    ? undefined
    : {
        text: level,
        proof: place.proof(file, place.texts.seen.springBoot(major, level), whole),
      }
}

const gradlePatterns = [
  /JavaLanguageVersion\.of\(["']?(\d+)/,
  /jvmToolchain\((\d+)/,
  /(?:sourceCompatibility|targetCompatibility)\s*=?\s*(?:JavaVersion\.(?:VERSION_|toVersion\()?)?["']?(?:1[._])?(\d+)/,
  /jvmTarget(?:\.set\(|\s*=\s*)(?:JvmTarget\.JVM_)?["']?(?:1\.)?(\d+)/,
  /options\.release(?:\.set\(|\s*=\s*)(\d+)/,
]

function inGradle(place: Place, file: string, text: string): Pin | undefined {
  for (const pattern of gradlePatterns) {
    const [whole, value] = pattern.exec(text) ?? []
    if (value !== undefined && whole !== undefined)
      return { text: value, proof: { path: place.at(file), line: lineOf(place.text(file), whole), says: whole } }
  }
  return undefined
}

function inTop(top: Place, tool: JavaProject['tool']): Pin | undefined {
  const file = tool === 'maven' ? 'pom.xml' : (top.pick('build.gradle.kts', 'build.gradle') ?? 'build.gradle')
  const text = top.text(file)
  if (text === undefined) return undefined
  return tool === 'maven' ? inMaven(top, file, text) : inGradle(top, file, text)
}

function workflow(place: Place): Pin | undefined {
  for (const [path, text] of place.repository.tree.files) {
    if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue
    const [line, value] = /^\s*java-version:\s*['"]?([\d.]+)['"]?\s*$/m.exec(text) ?? []
    if (value !== undefined && line !== undefined)
      return { text: value, proof: { path, line: lineOf(text, line.trim()), says: line.trim() } }
  }
  return undefined
}
