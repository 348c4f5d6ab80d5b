import type { App } from '../../../model.ts'
import { portOf } from '../../start-command.ts'
import {
  apt,
  asUser,
  bashCheck,
  blocks,
  type Cook,
  createUser,
  execForm,
  expose,
  folderInContext,
  systemPackages,
} from './recipe.ts'

const defaultVersion = '21'

/** Java servers built by Maven or Gradle into a jar that starts by itself (Spring Boot, Quarkus, Micronaut, Ktor …). */
export const java: Cook = (app) => {
  const gradle = app.packageManager?.name === 'gradle' || /gradle/.test(app.build ?? '')
  const version = app.runtime?.version ?? defaultVersion
  const port = portOf(app)
  const quarkus = app.framework === 'quarkus'
  const script = scriptOf(app)
  return {
    ok: true,
    ignore: ['**/target', '**/build', '**/.gradle', '**/*.iml', '.idea'],
    dockerfile: blocks(
      [
        ...(gradle ? gradleStage(app, version) : mavenStage(app, version)),
        ...(script === null ? collect(app, gradle) : [`RUN cp -r ${inContext(app, script.folder)} /out`]),
      ],
      [
        `FROM eclipse-temurin:${version}-jre`,
        apt(systemPackages(app)),
        createUser,
        'WORKDIR /app',
        quarkus || script !== null ? 'COPY --from=build /out/ ./' : 'COPY --from=build /out/app.jar ./',
        '# The heap follows the memory of the task instead of a fixed size',
        "ENV JAVA_TOOL_OPTIONS='-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError'",
        port !== null && `ENV PORT=${port} SERVER_PORT=${port}`,
        asUser('app', port),
        expose(port),
        bashCheck(port),
        `CMD ${execForm(script === null ? ['java', '-jar', quarkus ? 'quarkus-run.jar' : 'app.jar'] : [script.file])}`,
      ],
    ),
  }
}

/** What Gradle's `installDist` makes: a folder with the libraries and a script that starts the program. */
function scriptOf({ start }: App): { readonly folder: string; readonly file: string } | null {
  const [, folder, file] = /^(?:\.\/)?(build\/install\/[\w.-]+)\/(bin\/[\w.-]+)$/.exec(start ?? '') ?? []
  return folder === undefined || file === undefined ? null : { folder, file: `/app/${file}` }
}

const inContext = (app: App, path: string) => (folderInContext(app) === '.' ? path : `${folderInContext(app)}/${path}`)

/** The image's Maven, not the wrapper: the wrapper would download the same program at every build. */
function mavenStage(app: App, version: string): readonly (string | false)[] {
  const folder = folderInContext(app)
  const module = folder === '.' ? '' : ` --projects ${folder} --also-make`
  return [
    `FROM maven:3.9-eclipse-temurin-${version} AS build`,
    'WORKDIR /src',
    'COPY . .',
    'RUN --mount=type=cache,target=/root/.m2 \\',
    `    mvn --batch-mode --no-transfer-progress${module} package -DskipTests`,
  ]
}

/** The repository's Gradle wrapper: builds depend on the release of Gradle they were written for. */
function gradleStage(app: App, version: string): readonly (string | false)[] {
  const wrapper = /gradlew/.test(`${app.build ?? ''} ${app.install ?? ''}`)
  const folder = folderInContext(app)
  const project = folder === '.' ? '' : `:${folder.replaceAll('/', ':')}:`
  const task = /\b(bootJar|buildFatJar|shadowJar|installDist)\b/.exec(app.build ?? '')?.[1] ?? 'assemble'
  return [
    wrapper ? `FROM eclipse-temurin:${version}-jdk AS build` : `FROM gradle:8-jdk${version} AS build`,
    'ENV GRADLE_USER_HOME=/cache/gradle',
    'WORKDIR /src',
    'COPY . .',
    `RUN --mount=type=cache,target=/cache/gradle \\\n    ${wrapper ? 'sh ./gradlew' : 'gradle'} --no-daemon ${project}${task}`,
  ]
}

/** Picks the runnable archive out of what the build leaves: not the plain one, not sources, the fat one first. */
function collect(app: App, gradle: boolean): readonly string[] {
  const folder = folderInContext(app) === '.' ? '' : `${folderInContext(app)}/`
  const built = `${folder}${gradle ? 'build' : 'target'}`
  if (app.framework === 'quarkus') return [`RUN cp -r ${built}/quarkus-app /out`]
  const from = gradle ? `${built}/libs` : built
  return [
    '# The runnable archive, not its plain or source twins',
    'RUN mkdir /out \\',
    ` && find ${from} -maxdepth 1 -type f \\( -name '*.jar' -o -name '*.war' \\) \\`,
    "      ! -name '*-plain.*' ! -name 'original-*' ! -name '*-sources.jar' ! -name '*-javadoc.jar' ! -name '*-tests.jar' \\",
    "      -printf '%s %p\\n' | sort -rn | head -n 1 | cut -d ' ' -f 2- | xargs -I {} cp {} /out/app.jar \\",
    ' && test -s /out/app.jar',
  ]
}
