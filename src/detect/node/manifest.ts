import { get, type Json, type JsonRecord, record, text } from '../json.ts'
import type { Place } from '../place.ts'
import type { NxProject } from './nx.ts'

/** What a package.json says, each field empty where the file says nothing usable. */
export interface Manifest {
  readonly name: string | null
  readonly private: boolean
  readonly main: string | null
  readonly scripts: ReadonlyMap<string, string>
  /** What the program needs when it runs: name → version range. */
  readonly dependencies: ReadonlyMap<string, string>
  /** What an install puts there: `dependencies` and `devDependencies`. */
  readonly installed: ReadonlyMap<string, string>
  /** Dependencies of every sort. */
  readonly all: ReadonlyMap<string, string>
  readonly raw: JsonRecord
  /** Set where the folder has a project.json of Nx instead of a package.json. */
  readonly nx: NxProject | null
}

function pairs(value: Json | undefined): readonly (readonly [string, string])[] {
  return Object.entries(record(value)).flatMap(([name, item]) =>
    typeof item === 'string' ? [[name, item] as const] : [],
  )
}

// Wireit keeps the command of a script elsewhere: https://github.com/google/wireit (read 2026-11)
function scriptsOf(raw: JsonRecord): ReadonlyMap<string, string> {
  return new Map(
    pairs(raw.scripts).map(([name, command]) => [
      name,
      command === 'wireit' ? (text(get(raw.wireit, name, 'command')) ?? '') : command,
    ]),
  )
}

/** The manifest in a parsed package.json. */
export function toManifest(value: Json): Manifest {
  const raw = record(value)
  const developing = pairs(raw.devDependencies)
  const dependencies = [...pairs(raw.optionalDependencies), ...pairs(raw.dependencies)]
  return {
    name: text(raw.name),
    private: raw.private === true,
    main: text(raw.main),
    scripts: scriptsOf(raw),
    dependencies: new Map(dependencies),
    installed: new Map([...developing, ...pairs(raw.dependencies)]),
    all: new Map([...pairs(raw.peerDependencies), ...developing, ...dependencies]),
    raw,
    nx: null,
  }
}

/** The manifest of a folder; null where there is no package.json that can be read as an object. */
export function manifestOf(place: Place): Manifest | null {
  const value = place.json('package.json')
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? toManifest(value) : null
}

/** The major version that a range starts at: `^15.1.0` → 15, `npm:next@14` → 14; null for `latest`, `*`, a tag or a URL. */
export function majorOf(range: string | undefined): number | null {
  if (range === undefined) return null
  const bare = range.startsWith('npm:') ? range.slice(range.lastIndexOf('@') + 1) : range
  const match = /^(?:workspace:)?[\s~^>=<v]*(\d{1,4})(?:[.\s|x-]|$)/.exec(bare)
  return match ? Number(match[1]) : null
}
