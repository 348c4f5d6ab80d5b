import type { Language } from '../../model.ts'
import { type Finding, find } from '../finding.ts'
import type { Place } from '../place.ts'
import { buildScript, needsWorkspace } from './build-script.ts'
import type { SamApplication } from './sam-application.ts'

/**
 * How the application is built. `sam build` installs and builds by itself, unless the template points at something that
 * another build makes first (`CodeUri: app/build/libs/app.jar`, `Handler: dist/lambda.handler`).
 */
export function samBuild(
  place: Place,
  { name, template }: SamApplication,
  language: Language | null,
): readonly Finding[] {
  const build = /^template\.(ya?ml|json)$/.test(name) ? 'sam build' : `sam build -t ${name}`
  const proof = { path: place.at(name), line: template.line, says: place.texts.seen.samBuild }
  const made = madeBefore(place, template)
  const before = made === null ? null : beforeBuild(place, language, made)
  if (made === null || !before) return [find('install', null, proof), find('build', build, proof)]
  const why = place.proof(name, place.texts.seen.madeByBuild(made), made)
  const whole = before.enough ? before.command : `${before.command} && ${build}`
  return [find('build', whole, why), ...(before.installs ? [find('install', null, why)] : [])]
}

const outputs = /^(dist|build|out|target|\.build|lib)(\/|$)/

function madeBefore(place: Place, { code, handlers }: SamApplication['template']): string | null {
  const missing = (path: string) => !place.has(path) && !place.repository.folder(place.at(path))
  const folders = code.map((path) => path.replace(/^\.\//, '').replace(/\/$/, '') || '.')
  const made = folders.find((path) => path !== '.' && (missing(path) || outputs.test(path)))
  if (made) return made
  return handlers.find((handler) => folders.includes('.') && outputs.test(handler)) ?? null
}

interface Before {
  readonly command: string
  /** It calls `sam build` itself, or has dependencies that `sam build` cannot install: it does so with plain npm. */
  readonly enough: boolean
  /** It fetches its packages by itself. */
  readonly installs: boolean
}

function beforeBuild(place: Place, language: Language | null, made: string): Before | null {
  if (language === 'java') return { command: javaBuild(place, made), enough: false, installs: true }
  const script = language === 'node' ? buildScript(place) : null
  if (!script) return null
  return {
    command: script.command,
    enough: script.text.includes('sam build') || needsWorkspace(place),
    installs: false,
  }
}

function javaBuild(place: Place, made: string): string {
  if (place.has('pom.xml')) return `${place.has('mvnw') ? './mvnw' : 'mvn'} package`
  const project = made.includes('/build/') ? (made.split('/build/')[0] ?? '') : ''
  const inProject = project !== '' && place.repository.folder(place.at(project)) !== undefined
  const prefix = inProject ? `${project}/` : ''
  const file = place.pick(`${prefix}build.gradle.kts`, `${prefix}build.gradle`)
  const task = /shadow/i.test((file && place.text(file)) || '') ? 'shadowJar' : 'build'
  const gradle = place.has('gradlew') ? './gradlew' : 'gradle'
  return `${gradle} ${inProject ? `:${project.replaceAll('/', ':')}:` : ''}${task}`
}
