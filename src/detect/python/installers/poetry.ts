import { get, text } from '../../json.ts'
import type { Place } from '../../place.ts'
import type { Installer } from './installer.ts'

export function poetry(place: Place): Installer | null {
  const settings = get(place.toml('pyproject.toml'), 'tool', 'poetry')
  const backend = text(get(place.toml('pyproject.toml'), 'build-system', 'build-backend')) ?? ''
  const lockfile = place.has('poetry.lock') ? place.at('poetry.lock') : null
  if (settings === undefined && lockfile === null && !backend.startsWith('poetry')) return null
  const proof =
    lockfile === null
      ? place.proof('pyproject.toml', '[tool.poetry]', '[tool.poetry')
      : place.proof('poetry.lock', 'poetry.lock')
  return {
    name: 'poetry',
    lockfile,
    install: `poetry install --only main${installsItself(place) ? '' : ' --no-root'}`,
    proof,
  }
}

// Poetry installs the project itself too, which fails where there is no package of its name.
function installsItself(place: Place): boolean {
  const value = place.toml('pyproject.toml')
  if (get(value, 'tool', 'poetry', 'package-mode') === false) return true
  if (get(value, 'tool', 'poetry', 'packages') !== undefined) return true
  const name = text(get(value, 'tool', 'poetry', 'name')) ?? text(get(value, 'project', 'name')) ?? ''
  const module = name.toLowerCase().replace(/[-.]+/g, '_')
  return (
    module !== '' &&
    ['', 'src/'].some(
      (prefix) =>
        place.repository.folder(place.at(`${prefix}${module}`)) !== undefined || place.has(`${prefix}${module}.py`),
    )
  )
}
