import type { Proof } from '../finding.ts'
import { get, type Json, list, text } from '../json.ts'
import { type Place, parent, placeAt } from '../place.ts'

/** One place that says which Node version is used. `file` is its path from the repository root. */
export interface Pin {
  readonly text: string
  readonly file: string
  readonly proof: Proof
  /** True where a version is chosen, false for a bound within which one is. */
  readonly chooses: boolean
}

type Source = (
  place: Place,
) => { readonly name: string; readonly text: string; readonly sought: string; readonly says?: string } | null

const firstLine =
  (name: string): Source =>
  (place) => {
    const line = place
      .text(name)
      ?.split('\n')
      .map((one) => one.replace(/#.*/, '').trim())
      .find(Boolean)
    return line ? { name, text: line, sought: line } : null
  }

const inFile =
  (name: string, pattern: RegExp): Source =>
  (place) => {
    const match = pattern.exec(place.text(name) ?? '')
    return match?.[1] ? { name, text: match[1], sought: match[0] } : null
  }

const inManifest =
  (says: string, read: (json: Json | undefined) => Json | undefined): Source =>
  (place) => {
    const found = text(read(place.json('package.json')))
    return found ? { name: 'package.json', text: found, sought: `"${found}"`, says: `${says}: ${found}` } : null
  }

/** Files that choose the version, then the manifest. */
const choosers: readonly Source[] = [
  firstLine('.nvmrc'),
  firstLine('.node-version'),
  inFile('.tool-versions', /^\s*(?:nodejs|node)\s+(\S+)/m),
  inFile('mise.toml', /^\s*["']?node(?:js)?["']?\s*=\s*["']([^"']+)["']/m),
  inFile('.mise.toml', /^\s*["']?node(?:js)?["']?\s*=\s*["']([^"']+)["']/m),
  inFile('.prototools', /^\s*node\s*=\s*["']([^"']+)["']/m),
  inFile('.npmrc', /^\s*use-node-version\s*=\s*(\S+)/m),
  inManifest('volta.node', (json) => get(json, 'volta', 'node')),
]

const runtime = (json: Json | undefined) => {
  const engine = get(json, 'devEngines', 'runtime')
  const one = [...list(engine), engine].find((item) => text(get(item, 'name')) === 'node')
  return get(one, 'version')
}

const bounds: readonly Source[] = [
  inManifest('devEngines.runtime', runtime),
  inManifest('engines.node', (json) => get(json, 'engines', 'node')),
]

/** Settings of other hosts, believed where the repository itself pins nothing; what Slipway itself may have written is not among them. */
const hosts: readonly Source[] = [
  inFile('netlify.toml', /^\s*["']?NODE_VERSION["']?\s*=\s*["']?([\w./*-]+)/m),
  inFile('render.yaml', /key:\s*NODE_VERSION\s*\n\s*value:\s*["']?([\w./*-]+)/),
  inFile('app.yaml', /^\s*runtime:\s*["']?nodejs(\d+)/m),
]

/**
 * Every pin that holds for a folder, in the order in which they are believed: the folder's own, then those of the folders
 * above it; in each the files that choose a version before the manifest's bounds; then settings of hosts.
 * What CI and images run on says what was tested, not what is wanted, and is no pin.
 */
export function pinsFor(place: Place): readonly Pin[] {
  const chain: Place[] = []
  for (let at: string | null = place.root; at !== null; at = parent(at)) chain.push(placeAt(place.repository, at))
  return [
    ...chain.flatMap((at) => [...read(at, choosers, true), ...read(at, bounds, false)]),
    ...chain.flatMap((at) => read(at, hosts, true)),
  ]
}

function read(place: Place, sources: readonly Source[], chooses: boolean): readonly Pin[] {
  return sources.flatMap((source) => {
    const found = source(place)
    if (!found) return []
    const { name, sought, says } = found
    return [
      {
        text: found.text,
        file: place.at(name),
        chooses,
        proof: place.proof(name, says ?? `Node ${found.text}`, sought),
      },
    ]
  })
}
