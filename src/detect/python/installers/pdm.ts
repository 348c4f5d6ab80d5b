import { get } from '../../json.ts'
import type { Place } from '../../place.ts'
import type { Installer } from './installer.ts'

export function pdm(place: Place): Installer | null {
  const settings = get(place.toml('pyproject.toml'), 'tool', 'pdm')
  const lockfile = place.has('pdm.lock') ? place.at('pdm.lock') : null
  if (lockfile === null && settings === undefined) return null
  const proof =
    lockfile === null ? place.proof('pyproject.toml', '[tool.pdm]', '[tool.pdm') : place.proof('pdm.lock', 'pdm.lock')
  return { name: 'pdm', lockfile, install: lockfile === null ? 'pdm install --prod' : 'pdm sync --prod', proof }
}
