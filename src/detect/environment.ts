import type { Detector } from './detector.ts'
import { type Finding, find } from './finding.ts'
import type { Place } from './place.ts'

const examples = [
  ...[
    '.env.example',
    '.env.sample',
    '.env.template',
    '.env.dist',
    '.env.defaults',
    '.env.local.example',
    '.env.production.example',
  ],
  ...['env.example', 'example.env', 'sample.env', '.example.env', '.env-example', '.env.development.example'],
]
const committed = ['.env', '.env.production', '.env.local', '.env.production.local']

/**
 * Names of the environment variables that the program reads, from the example files beside it. Never a value. A file
 * with real secrets is named, so that they can be replaced (case G27).
 */
export const environment: Detector = {
  id: 'environment',
  reads: [...examples, ...committed],
  find: (place) =>
    [...examples, ...committed].flatMap((name) => (place.text(name) === undefined ? [] : inFile(place, name))),
}

// Set by the platform itself.
const given: ReadonlySet<string> = new Set(['PORT', 'HOST', 'NODE_ENV', 'CI', 'TZ', 'PATH', 'HOME', 'PWD', 'HOSTNAME'])
const assignment = /^\s*(?:export\s+)?#?\s?([A-Z][A-Z0-9_]{1,63})\s*=(.*)$/

function inFile(place: Place, name: string): readonly Finding[] {
  const lines = (place.text(name) ?? '').split('\n')
  const found = lines.flatMap((line, at) => {
    const [, key, value = ''] = assignment.exec(line) ?? []
    return key === undefined || given.has(key) || line.trimStart().startsWith('#')
      ? []
      : [{ key, value: value.trim(), at }]
  })
  const names = found.map(({ key, at }) =>
    find('env', key, { path: place.at(name), line: at + 1, says: place.texts.seen.names(key) }),
  )
  return committed.includes(name) ? [...names, ...warning(place, name, found)] : names
}

const secret =
  /(SECRET|TOKEN|PASSWORD|PASSWD|PRIVATE_KEY|ACCESS_KEY|API_KEY|APIKEY|CREDENTIAL|_DSN$|DATABASE_URL|MONGO\w*_UR[IL])/
const harmless = /^(NEXT_PUBLIC|NUXT_PUBLIC|VITE|REACT_APP|PUBLIC|GATSBY|EXPO_PUBLIC|VUE_APP)_/
const placeholder =
  /^['"]?(|x+|\*+|<.*>|your.*|change.*|replace.*|example.*|dummy.*|test|secret|password|todo.*|\$\{.*|(postgres|mysql|mongodb|redis).*@?(localhost|127\.0\.0\.1|db|host).*)['"]?$/i

function warning(
  place: Place,
  name: string,
  found: readonly { readonly key: string; readonly value: string; readonly at: number }[],
): readonly Finding[] {
  const leaked = found.find(({ key, value }) => secret.test(key) && !harmless.test(key) && !placeholder.test(value))
  if (!leaked) return []
  const proof = { path: place.at(name), line: leaked.at + 1, says: place.texts.seen.sets(leaked.key) }
  return [find('remark', place.texts.seen.leaked(proof.path, leaked.key), proof)]
}
