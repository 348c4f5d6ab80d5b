import { isPort } from '../commands/port.ts'
import { type Finding, find, usualPort } from '../finding.ts'
import type { Place } from '../place.ts'
import { modulesOf } from './modules.ts'

const settings = [
  'application-prod.properties',
  'application-production.properties',
  'application.properties',
  'application-prod.yml',
  'application-prod.yaml',
  'application.yml',
  'application.yaml',
  'application.conf',
  // Spring Cloud reads it before the others.
  'bootstrap.yml',
  'bootstrap.properties',
]

/** The configuration files in which Java frameworks keep their port. */
export const javaSettingReads: readonly string[] = settings.map((name) => `src/main/resources/${name}`)

const patterns = [
  /^\s*(?:server\.port|quarkus\.http\.port|micronaut\.server\.port)\s*[=:]\s*(\S+)/m,
  /^server:[ \t]*\n(?:[ \t]+[^\n]*\n|\n)*?[ \t]+port:\s*(\S+)/m,
  /^micronaut:[ \t]*\n(?:[ \t]+[^\n]*\n|\n)*?[ \t]+port:\s*(\S+)/m,
  /^quarkus:[ \t]*\n(?:[ \t]+[^\n]*\n|\n)*?[ \t]+port:\s*(\S+)/m,
  /\bdeployment\s*[:{][\s\S]{0,200}?\bport\s*[=:]\s*(\S+)/m,
]

/** The port of a Java server: what its settings say, else the framework's own. `${PORT:8080}` is 8080 and taken from `$PORT`. */
export function javaPort(place: Place, standard: number | null, file: string): readonly Finding[] {
  // The settings of a module that it is made from are on the class path too.
  for (const one of modulesOf(place))
    for (const name of javaSettingReads) {
      const found = portIn(one, name)
      if (found.length > 0) return found
    }
  return standard === null ? [] : [usualPort(standard, place.proof(file, place.texts.seen.standardPort(standard)))]
}

function portIn(place: Place, name: string): readonly Finding[] {
  const text = place.text(name) ?? ''
  const match = patterns.map((pattern) => pattern.exec(text)).find((one) => one)
  const value = match?.[1] ?? ''
  const proof = place.proof(name, `port ${value}`, match?.[0].trim().split('\n').at(-1)?.trim())
  const port = Number(/^["']?(\d{2,5})/.exec(value)?.[1] ?? /:-?(\d{2,5})/.exec(value)?.[1])
  const honours = /\$\{?\??(?:env:)?PORT\b/.test(value)
  return [...(isPort(port) ? [find('port', port, proof)] : []), ...(honours ? [find('honoursPort', true, proof)] : [])]
}
