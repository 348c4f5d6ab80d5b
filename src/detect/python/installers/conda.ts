import type { Place } from '../../place.ts'
import type { Installer } from './installer.ts'

export function conda(place: Place): Installer | null {
  const file = place.pick('environment.yml', 'environment.yaml')
  return file === undefined
    ? null
    : {
        name: 'conda',
        lockfile: null,
        install: `conda env update --name base --file ${file}`,
        proof: place.proof(file, file),
      }
}
