import { get, record } from '../../json.ts'
import type { Place } from '../../place.ts'
import { pythonManifest, requirementsFile } from '../manifests.ts'
import type { Installer } from './installer.ts'

export function pip(place: Place): Installer | null {
  const file = requirementsFile(place)
  return file === null
    ? null
    : { name: 'pip', lockfile: null, install: `pip install -r ${file}`, proof: place.proof(file, file) }
}

// A project that lists its packages and has neither a lockfile nor a tool of its own is installed as a package.
export function project(place: Place): Installer | null {
  const listed = record(get(place.toml('pyproject.toml'), 'project'))
  if (listed.dependencies !== undefined)
    return {
      name: 'pip',
      lockfile: null,
      install: 'pip install .',
      proof: place.proof('pyproject.toml', '[project] dependencies', 'dependencies'),
    }
  const setup = /install_requires/.test(place.text('setup.py') ?? place.text('setup.cfg') ?? '')
  const manifest = pythonManifest(place)
  return setup && manifest !== null
    ? {
        name: 'pip',
        lockfile: null,
        install: 'pip install .',
        proof: place.proof(place.has('setup.py') ? 'setup.py' : 'setup.cfg', 'install_requires', 'install_requires'),
      }
    : null
}
