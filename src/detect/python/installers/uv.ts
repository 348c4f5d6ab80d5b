import { get, text } from '../../json.ts'
import { type Place, parent, placeAt } from '../../place.ts'
import type { Installer } from './installer.ts'

/** The nearest folder, from the place upwards, that holds a lockfile which serves the place: its own, or that of its workspace. */
function lockAbove(place: Place, name: string): Place | null {
  for (let root: string | null = place.root; root !== null; root = parent(root)) {
    const at = placeAt(place.repository, root)
    if (at.has(name) && (root === place.root || isWorkspace(at))) return at
  }
  return null
}

function isWorkspace(place: Place): boolean {
  return get(place.toml('pyproject.toml'), 'tool', 'uv', 'workspace') !== undefined
}

/** `used`: an image or a hosting file runs uv, so that it is the tool of a project that says nothing else. */
export function uv(place: Place, used: boolean): Installer | null {
  if (!place.has('pyproject.toml')) return null
  const at = lockAbove(place, 'uv.lock')
  if (at && at.root !== place.root) {
    const name = text(get(place.toml('pyproject.toml'), 'project', 'name'))
    const member = name === null ? '' : ` --package ${name}`
    return {
      name: 'uv',
      lockfile: at.at('uv.lock'),
      install: `uv sync --frozen --no-dev${member}`,
      proof: at.proof('uv.lock', place.texts.seen.workspaceLock(at.at('uv.lock'))),
    }
  }
  if (at)
    return {
      name: 'uv',
      lockfile: at.at('uv.lock'),
      install: 'uv sync --frozen --no-dev',
      proof: at.proof('uv.lock', 'uv.lock'),
    }
  const settings = get(place.toml('pyproject.toml'), 'tool', 'uv')
  if (settings === undefined && !used) return null
  const says = settings === undefined ? place.texts.seen.imageUsesUv : '[tool.uv]'
  return {
    name: 'uv',
    lockfile: null,
    install: 'uv sync --no-dev',
    proof: place.proof('pyproject.toml', says, '[tool.uv'),
  }
}
