import { isPort } from './commands/port.ts'
import type { Detector } from './detector.ts'
import { composeReads, servicesFor } from './docker/compose.ts'
import { buildFor } from './docker/owner.ts'
import { find, first, type Proof } from './finding.ts'
import { lineOf, type Place } from './place.ts'

const folders = ['', 'config/', 'configs/', 'conf/', 'configuration/', 'settings/', 'internal/config/', 'etc/']
const settings =
  /^(?:config|configuration|settings?|app|application|default|base|prod|production|local|server)[\w.-]*\.(?:ya?ml|toml)$/i
const examples = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'app.env', 'config.env', 'env.example']

/**
 * The port of a server whose source names none: `ENV PORT` of its image, its settings file, the example of its environment,
 * the service of a compose file. What a framework does when nothing is said comes after these.
 */
export const latePort: Detector = {
  id: 'late-port',
  reads: [
    ...['config*.yml', 'config*.yaml', 'config*.toml', 'settings.toml', 'Settings.toml', 'app.env', 'config.env'],
    ...['config', 'configs', 'conf', 'configuration', 'settings'].flatMap((folder) =>
      ['default', 'base', 'app', 'local', 'prod', 'production', 'server'].flatMap((name) =>
        ['yml', 'yaml', 'toml'].map((end) => `${folder}/${name}.${end}`),
      ),
    ),
    ...composeReads,
  ],
  find(place, known) {
    const kind = first(known, 'kind')?.value ?? first(known, 'framework')?.value.kind
    if (kind !== 'server' || known.some(({ topic, usual }) => topic === 'port' && !usual)) return []
    // Node's sources were read for a number: files for work on the code say less than the habit of the framework.
    const isSettled = first(known, 'language')?.value === 'node' && first(known, 'port') !== undefined
    for (const sought of isSettled ? [inImage] : [inImage, inSettings, inExample, inCompose]) {
      const found = sought(place)
      if (found && isPort(found.port)) return [find('port', found.port, found.proof)]
    }
    return []
  },
}

interface Found {
  readonly port: number
  readonly proof: Proof
}

function inImage(place: Place): Found | null {
  const facts = buildFor(place)?.facts
  const variable = facts?.stages
    .at(-1)
    ?.instructions.findLast(({ keyword, value }) => keyword === 'ENV' && /(?:^|\s)PORT[= ]/.test(value))
  const digits = /(?:^|\s)PORT[= ]["']?(\d{2,5})/.exec(variable?.value ?? '')?.[1]
  return facts && variable && digits !== undefined
    ? { port: Number(digits), proof: { path: facts.path, line: variable.line, says: `ENV PORT=${digits}` } }
    : null
}

const section =
  /^\[?["']?(?:server|http|https?_?server|app|application|web|api|rest|service)\w*["']?(?:\]|:)[^\S\n]*\n((?:[^\S\n]+[^\n]*\n?|[^\S\n]*\n|[\w.-]+\s*=[^\n]*\n?)*)/gim
const inSection =
  /^\s*["']?(?:http_?)?(?:port|addr|address|listen|bind)["']?\s*[:=]\s*["']?(?:[\w.]*:)?(\d{2,5})["']?\s*(?:#.*)?$/im
const atTop =
  /^(?:port|http_?port|server_?port|app_?port|listen_?addr|http_?addr)\s*[:=]\s*["']?(?:[\w.]*:)?(\d{2,5})["']?\s*(?:#.*)?$/im

function inSettings(place: Place): Found | null {
  for (const folder of folders)
    for (const name of namesIn(place, folder)) {
      const text = place.text(name) ?? ''
      const inside = [...text.matchAll(section)].map(([, body = '']) => inSection.exec(body)).find((one) => one)
      const match = inside ?? atTop.exec(text)
      if (!match?.[1]) continue
      const line = match[0].trim()
      return { port: Number(match[1]), proof: { path: place.at(name), line: lineOf(text, line), says: line } }
    }
  return null
}

function namesIn(place: Place, folder: string): readonly string[] {
  const files = place.repository.folder(place.at(folder === '' ? '.' : folder.slice(0, -1)))?.files ?? new Set<string>()
  const rank = (name: string) => (/^(?:config|default|base|settings)\./i.test(name) ? 0 : /prod/i.test(name) ? 1 : 2)
  return [...files]
    .filter((name) => settings.test(name))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => folder + name)
}

function inExample(place: Place): Found | null {
  for (const name of examples) {
    const text = place.text(name) ?? ''
    const match =
      /^(?:export\s+)?((?:(?:SERVER|APP|HTTP|API|WEB|BACKEND)_)?PORT)\s*=\s*["']?:?(\d{2,5})["']?\s*(?:#.*)?$/m.exec(
        text,
      )
    if (!match?.[2]) continue
    const line = `${match[1]}=${match[2]}`
    return { port: Number(match[2]), proof: { path: place.at(name), line: lineOf(text, match[0]), says: line } }
  }
  return null
}

function inCompose(place: Place): Found | null {
  const service = servicesFor(place, buildFor(place)?.facts.path).find(({ port }) => port !== null)
  return service?.port
    ? {
        port: service.port,
        proof: { path: service.file, line: null, says: place.texts.seen.programListens(service.name, service.port) },
      }
    : null
}
