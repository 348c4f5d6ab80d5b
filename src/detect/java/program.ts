import { buildFor } from '../docker/owner.ts'
import { once } from '../once.ts'
import type { Place } from '../place.ts'
import { places } from '../places.ts'
import type { Repository } from '../repository.ts'
import { type JavaProject, javaProject, settingsOf } from './project.ts'

const mainName =
  /(?:^|\/)src\/(?:.*\/)?\w*(?:Application|App|Main|Bootstrap|Launcher|Starter|Server|Bot|Boot|Runner|Program)\.(?:java|kt|groovy|scala)$/

/** Every file that a program of the repository may begin in, by its name; tests left out. */
const mainFiles = once((repository: Repository): readonly string[] =>
  repository.tree.entries.flatMap(({ path, type }) =>
    type === 'file' && mainName.test(path) && !/(?:^|\/)src\/(?:\w*[tT]est\w*)\//.test(path) ? path : [],
  ),
)

// A module with more of them is read as far as its first ones.
const perModule = 4

const candidates = once((place: Place): readonly string[] => {
  const start = place.root === '.' ? 'src/' : `${place.root}/src/`
  const rank = (path: string) => (/Application\.\w+$/.test(path) ? 0 : 1) * 100 + path.split('/').length
  const named = mainFiles(place.repository)
    .filter((path) => path.startsWith(start))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, perModule)
  return named.length > 0 ? named : inBasePackage(place)
})

/** The files of the package that all others lie in: a program begins there, whatever its file is called. */
function inBasePackage(place: Place): readonly string[] {
  for (const language of ['java', 'kotlin', 'groovy', 'scala']) {
    let path = `src/main/${language}`
    for (
      let folder = place.repository.folder(place.at(path));
      folder;
      folder = place.repository.folder(place.at(path))
    ) {
      const files = [...folder.files].filter((name) => /\.(?:java|kt|groovy|scala)$/.test(name)).sort()
      if (files.length > 0) return files.slice(0, perModule).map((name) => place.at(`${path}/${name}`))
      const [only, ...others] = folder.folders
      if (only === undefined || others.length > 0) break
      path += `/${only}`
    }
  }
  return []
}

/** Whether a file is named as a program begins. */
function mayBegin(place: Place): boolean {
  return candidates(place).some((path) => mainName.test(path))
}

/** The files to read that tell which modules of a build are programs. */
export function wantedMains(repository: Repository): readonly string[] {
  return places(repository).flatMap((place) => (isPart(place) ? candidates(place) : []))
}

/** Whether a build is a module of a larger one, or has modules. */
function isPart(place: Place): boolean {
  const project = javaProject(place)
  if (!project) return false
  return project.top !== place.root || /<module>/.test(project.text) || /^\s*include\b/m.test(settingsOf(place))
}

const begins =
  /@SpringBootApplication|@QuarkusMain|\bvoid\s+main\s*\(|\bfun\s+main\s*\(|\bdef\s+main\s*\(|SpringApplication\.run|\brunApplication\b|\bextends (?:Jooby|Kooby|Application<|App\b)/

/**
 * Whether a build makes a program and not a library. A build that stands alone is taken for one; a module is one where it
 * has a main class, where its build file names one, or where it makes a war.
 */
export function isProgram(place: Place, project: JavaProject): boolean {
  const { text, packaging } = project
  if (withoutArchive(project)) return false
  // The plugin for libraries, and no file named as a program begins.
  if (project.tool === 'gradle' && /['"\s`]java-library\b/.test(text) && !mayBegin(place)) return false
  if (!isPart(place) || packaging === 'war') return true
  if (/\bmainClass\b|Main-Class|mainClassName|start-class|\bmainModule\b|application\s*\{/.test(text)) return true
  if (/io\.quarkus['"]|quarkus-maven-plugin|io\.micronaut\.application/.test(text)) return true
  const files = candidates(place)
  if (files.length === 0) return packs.test(text)
  return files.some((path) => begins.test(place.repository.text(path) ?? ''))
}

// Where no file has the name of a main class, the plugin that packs a program tells.
const packs =
  /spring-boot-maven-plugin|org\.springframework\.boot['"](?![^\n]*apply\s*\(?\s*false)|io\.ktor\.plugin|maven-shade-plugin|gradleup\.shadow|johnrengelman\.shadow|com\.google\.cloud\.tools\.jib/

/** The runnable archive is switched off: `bootJar { enabled = false }`, `<skip>true</skip>` of Spring Boot's plugin. */
function withoutArchive({ tool, text }: JavaProject): boolean {
  return tool === 'gradle'
    ? /\bbootJar\b["')>]*\s*(?:\{[^}]*?|\.)\s*(?:enabled|isEnabled)\s*(?:=|\.set\()?\s*\(?false/.test(text)
    : /<artifactId>spring-boot-maven-plugin<\/artifactId>(?:(?!<\/plugin>)[\s\S]){0,600}?<skip>\s*true/.test(text)
}

/**
 * Whether the program is told to answer no HTTP: `spring.main.web-application-type: none`, `WebApplicationType.NONE`,
 * `server.port: -1`; or it consumes messages and listens where nobody finds it, on a port that changes with each start.
 * Source: https://docs.spring.io/spring-boot/how-to/webserver.html (2026-11-22).
 */
export function answersNoHttp(place: Place, settings: readonly string[], names: ReadonlySet<string>): boolean {
  const texts = settings.map((name) => place.text(name) ?? '')
  if (texts.some((text) => /web-application-type\s*[:=]\s*["']?none/i.test(text) || portIs(text, '-1'))) return true
  if (texts.some((text) => portIs(text, '0')) && onlyConsumes(place, [...names])) return true
  return candidates(place).some((path) => /WebApplicationType\.NONE/.test(place.repository.text(path) ?? ''))
}

const portIs = (text: string, port: string) =>
  new RegExp(
    `^\\s*server\\.port\\s*[=:]\\s*${port}\\s*$|^server:[ \\t]*\\n(?:[ \\t]+#[^\\n]*\\n)*[ \\t]+port:\\s*${port}\\s*$`,
    'm',
  ).test(text)

const consumes =
  /^(?:spring-boot-starter-(?:amqp|activemq|artemis|pulsar)|spring-(?:rabbit|kafka|jms|pulsar)|spring-cloud-(?:stream[\w-]*|aws-(?:starter-)?sqs|starter-stream[\w-]*))$/
// Where a registry tells the callers, a port of any number is found.
const registers = /eureka-client|consul-discovery|zookeeper-discovery|nacos|kubernetes-(?:client|fabric8|discovery)/

function onlyConsumes(place: Place, names: readonly string[]): boolean {
  const exposes = (buildFor(place)?.facts.ports.length ?? 0) > 0
  return !exposes && names.some((name) => consumes.test(name)) && !names.some((name) => registers.test(name))
}
