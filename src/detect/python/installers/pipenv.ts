import type { Place } from '../../place.ts'
import type { Installer } from './installer.ts'

export function pipenv(place: Place): Installer | null {
  if (!place.has('Pipfile')) return null
  const lockfile = place.has('Pipfile.lock') ? place.at('Pipfile.lock') : null
  const file = lockfile === null ? 'Pipfile' : 'Pipfile.lock'
  const proof = place.proof(file, file)
  return { name: 'pipenv', lockfile, install: lockfile === null ? 'pipenv install' : 'pipenv install --deploy', proof }
}
