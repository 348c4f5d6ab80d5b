import type { Place } from '../place.ts'
import { type JavaProject, settingsOf } from './project.ts'

/** What a Gradle build makes of a program. */
export interface GradleProgram {
  /** The task, and options for it. */
  readonly task: string
  /** How the program is started from the project's folder. */
  readonly start: string
}

/**
 * The task that packs a program, by the plugins of the build. `buildFatJar` comes with Ktor's plugin and `installDist` with
 * Gradle's own `application`; the plain archive of a build without either holds no libraries.
 * Sources: https://ktor.io/docs/server-fatjar.html, https://docs.gradle.org/current/userguide/application_plugin.html,
 * https://gradleup.com/shadow/configuration/ (2026-11-22).
 */
export function gradleProgram(
  place: Place,
  project: JavaProject,
  names: ReadonlySet<string>,
  framework: string,
): GradleProgram {
  const { archive, packaging } = project
  const file = `build/libs/${archive ?? '*'}`
  const plain = `java -jar ${file}.${packaging === 'war' ? 'war' : 'jar'}`
  if (framework === 'spring-boot') return { task: 'bootJar', start: plain }
  if (framework === 'quarkus') return { task: 'build -x test', start: 'java -jar build/quarkus-app/quarkus-run.jar' }
  if (names.has('io.ktor.plugin')) return { task: 'buildFatJar', start: `java -jar ${fatJar(archive)}` }
  if ([...names].some((name) => shadow.test(name)))
    return { task: 'shadowJar', start: withoutSuffix.test(project.text) ? plain : `java -jar ${file}-all.jar` }
  const program = names.has('application') ? scriptOf(place, project) : null
  return program === null ? { task: 'build -x test', start: plain } : { task: 'installDist', start: program }
}

const shadow = /^com\.(?:github\.johnrengelman|gradleup)\.shadow$/
const withoutSuffix = /archiveClassifier(?:\.set\(|\s*=)\s*(?:['"]{2}|null)|archiveFileName/

const fatJar = (archive: string | null) =>
  `build/libs/${archive === null ? '*' : archive.replace(/-\d[\w.-]*$/, '')}-all.jar`

/** `build/install/NAME/bin/NAME`: the name of the application, else of the project; null where only the folder's name tells. */
function scriptOf(place: Place, { text, top }: JavaProject): string | null {
  const given = /\bapplicationName(?:\.set\(|\s*=)\s*['"]([\w.-]+)['"]/.exec(text)?.[1]
  const project =
    top === place.root
      ? /rootProject\.name\s*=\s*['"]([\w.-]+)['"]/.exec(settingsOf(place))?.[1]
      : place.root.split('/').at(-1)
  const name = given ?? project
  return name === undefined ? null : `build/install/${name}/bin/${name}`
}
