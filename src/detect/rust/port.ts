import { isPort } from '../commands/port.ts'
import { type Finding, find, usualPort } from '../finding.ts'
import { lineOf, type Place } from '../place.ts'
import type { RustFramework } from './frameworks.ts'

/** The files in which a Rust server says where it listens. */
export const rustSources: readonly string[] = [
  'src/main.rs',
  'src/server.rs',
  'src/config.rs',
  'src/startup.rs',
  'src/app.rs',
  'src/settings.rs',
  'src/configuration.rs',
  'src/lib.rs',
  'src/http.rs',
  'src/http/mod.rs',
  'src/web.rs',
  'src/api/mod.rs',
  'src/bin/server.rs',
]

const listened =
  /(?:Ipv4Addr::UNSPECIFIED,\s*|\[?0,\s*0,\s*0,\s*0\]?,?\s*\)?,\s*|"(?:0\.0\.0\.0|127\.0\.0\.1|\[::\]|localhost):|\.bind\(\(\s*"[\w.:]+",\s*)(\d{2,5})/
const environment = /(?:env::var|var|env::var_os|dotenvy?::var)\("(?:\w+_)?PORT"\)/
const fallback = /(?:unwrap_or(?:_else|_default)?\(|\.unwrap_or\(|\|_\|)\D{0,40}?(\d{2,5})/

/** The port of a Rust server, and whether it takes `$PORT`. */
export function rustPort(place: Place, framework: RustFramework): readonly Finding[] {
  const programs = [...(place.repository.folder(place.at('src/bin'))?.files ?? [])].map((name) => `src/bin/${name}`)
  for (const name of [...rustSources, ...programs]) {
    const found = portIn(place, name)
    if (found.length > 0) return found
  }
  const rocket = /^\s*port\s*=\s*(\d{2,5})/m.exec(place.text('Rocket.toml') ?? '')?.[1]
  if (rocket !== undefined)
    return [find('port', Number(rocket), place.proof('Rocket.toml', `port = ${rocket}`, /^\s*port\s*=/m))]
  if (framework.port === null) return []
  return [
    usualPort(
      framework.port,
      place.proof('Cargo.toml', place.texts.seen.listensUnlessTold(framework.id, framework.port)),
    ),
  ]
}

function portIn(place: Place, name: string): readonly Finding[] {
  const content = place.text(name) ?? ''
  const reads = environment.exec(content)?.[0]
  const rest = reads === undefined ? '' : content.slice(content.indexOf(reads)).slice(0, 300)
  const match = (reads === undefined ? null : fallback.exec(rest)) ?? listened.exec(content)
  const says = reads === undefined ? (match?.[0].trim() ?? '') : place.texts.seen.readsPort
  const proof = { path: place.at(name), line: lineOf(content, reads ?? match?.[0] ?? ''), says }
  const number = Number(match?.[1])
  const honours = reads?.includes('"PORT"') ? [find('honoursPort', true, proof)] : []
  return [...(isPort(number) ? [find('port', number, proof)] : []), ...honours]
}
