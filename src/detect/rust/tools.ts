import { buildFor } from '../docker/owner.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import { get, text } from '../json.ts'
import { type Place, parent, placeAt } from '../place.ts'
import { versionFile } from '../version-files.ts'

/** The workspace that a crate is a member of; null where it stands alone. */
export function workspaceAbove(place: Place): Place | null {
  for (let root = parent(place.root); root !== null; root = parent(root)) {
    const above = placeAt(place.repository, root)
    if (get(above.toml('Cargo.toml'), 'workspace') !== undefined) return above
  }
  return null
}

/** Package manager, lockfile, workspace and version of a crate. */
export function rustTools(place: Place, proof: Proof): readonly Finding[] {
  const top = workspaceAbove(place)
  const lock = (top ?? place).has('Cargo.lock') ? (top ?? place).at('Cargo.lock') : null
  const pin = toolchain(place)
  return [
    find('packageManager', { name: 'cargo', version: null }, proof),
    find('install', null, proof),
    ...(lock === null ? [] : [find('lockfile', lock, { path: lock, line: null, says: 'Cargo.lock' })]),
    ...(pin ? [find('runtime', { name: 'rust', version: pin.version, from: pin.proof.path }, pin.proof)] : []),
    ...(top
      ? [
          find(
            'workspace',
            {
              root: top.root,
              manager: 'cargo',
              packageName: text(get(place.toml('Cargo.toml'), 'package', 'name')),
              tool: null,
              members: [],
            },
            proof,
          ),
        ]
      : []),
  ]
}

function toolchain(place: Place) {
  const channel = text(
    get(
      (place.has('rust-toolchain.toml') ? place : placeAt(place.repository, '.')).toml('rust-toolchain.toml'),
      'toolchain',
      'channel',
    ),
  )
  const image = buildFor(place)?.facts
  const runtime = image?.runtime?.name === 'rust' ? image.runtime : null
  const minimum = text(get(place.toml('Cargo.toml'), 'package', 'rust-version'))
  const pins = [
    channel === null
      ? undefined
      : {
          text: channel,
          proof: {
            path: place.has('rust-toolchain.toml') ? place.at('rust-toolchain.toml') : 'rust-toolchain.toml',
            line: null,
            says: `channel = "${channel}"`,
          },
        },
    versionFile(place, 'rust-toolchain'),
    runtime && image
      ? { text: runtime.version, proof: { path: image.path, line: runtime.line, says: `FROM ${runtime.base}` } }
      : undefined,
    minimum === null
      ? undefined
      : { text: minimum, proof: place.proof('Cargo.toml', `rust-version = "${minimum}"`, 'rust-version') },
  ]
  for (const pin of pins) {
    const version = /^(\d+\.\d+)/.exec(pin?.text ?? '')?.[1]
    if (pin && version !== undefined) return { version, proof: pin.proof }
  }
  return null
}
