import { isPort } from '../commands/port.ts'
import { get, text } from '../json.ts'
import { join, type Place, parent } from '../place.ts'
import type { Declared, ProcessFile } from './declared.ts'

/** A Copilot manifest names the Dockerfile and the port of a service. Copilot's support ended on 2026-06-12; its files still tell. */
export const copilot: ProcessFile = {
  id: 'copilot',
  reads: ['copilot/*/manifest.yml'],
  declared(place) {
    const services = place.repository.folder('copilot')?.folders ?? new Set<string>()
    return [...services].flatMap((name) => fromManifest(place, `copilot/${name}/manifest.yml`))
  },
}

function fromManifest(place: Place, path: string): readonly Declared[] {
  const value = place.repository.yaml(path)
  const port = Number(get(value, 'image', 'port'))
  const build = get(value, 'image', 'build')
  const file = text(build) ?? text(get(build, 'dockerfile'))
  if (file === null || !isPort(port) || parent(join('.', file) ?? '.') !== place.root) return []
  return [{ name: 'web', role: 'web', command: null, port, proof: { path, line: null, says: `image.port: ${port}` } }]
}
