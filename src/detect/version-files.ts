import type { Proof } from './finding.ts'
import { get, text } from './json.ts'
import { once } from './once.ts'
import { type Place, parent, placeAt } from './place.ts'

/** A version as a file pins it, in the words of the file: `3.11.9`, `^8.2`, `lts`. */
export interface Pin {
  readonly text: string
  readonly proof: Proof
}

/** Files of version managers, which pin any language. */
export const versionManagerReads: readonly string[] = ['.tool-versions', 'mise.toml', '.mise.toml', '.prototools']

/** The version of a tool in `.tool-versions` (asdf) or `mise.toml`, here or in a folder above; undefined where none is pinned. */
export function managedVersion(place: Place, names: readonly string[]): Pin | undefined {
  for (let root: string | null = place.root; root !== null; root = parent(root)) {
    const pins = pinsAt(root === place.root ? place : placeAt(place.repository, root))
    const found = names.map((name) => pins.get(name)).find((pin) => pin)
    if (found) return found
  }
  return undefined
}

const pinsAt = once((place: Place): ReadonlyMap<string, Pin> => {
  const pins = new Map<string, Pin>()
  const lines = place.text('.tool-versions')?.split('\n') ?? []
  lines.forEach((line, at) => {
    const [, name, version] = /^\s*([\w-]+)\s+(\S+)/.exec(line) ?? []
    if (name === undefined || version === undefined || pins.has(name)) return
    pins.set(name, { text: version, proof: { path: place.at('.tool-versions'), line: at + 1, says: line.trim() } })
  })
  for (const file of ['mise.toml', '.mise.toml']) addMise(place, file, pins)
  return pins
})

function addMise(place: Place, file: string, pins: Map<string, Pin>): void {
  const tools = get(place.toml(file), 'tools')
  if (typeof tools !== 'object' || tools === null || Array.isArray(tools)) return
  for (const [name, value] of Object.entries(tools)) {
    const version = text(value) ?? text(get(value, 'version'))
    if (version === null || pins.has(name)) continue
    pins.set(name, { text: version, proof: place.proof(file, `${name} = "${version}"`, name) })
  }
}

/** The first line of a one-line version file (`.python-version`, `.ruby-version`), here or in a folder above. */
export function versionFile(place: Place, name: string): Pin | undefined {
  for (let root: string | null = place.root; root !== null; root = parent(root)) {
    const at = root === place.root ? place : placeAt(place.repository, root)
    const lines = at.text(name)?.split('\n') ?? []
    const index = lines.findIndex((line) => /^\s*[^#\s]/.test(line))
    const line = lines[index]?.trim()
    if (line !== undefined) return { text: line, proof: { path: at.at(name), line: index + 1, says: line } }
  }
  return undefined
}
