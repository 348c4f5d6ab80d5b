import { type JsonRecord, list, record, text } from '../json.ts'
import { join, type Place } from '../place.ts'
import type { Declared, ProcessFile } from './declared.ts'

const roles: Readonly<Record<string, Declared['role']>> = { web: 'web', pserv: 'web', worker: 'worker' }

/** Render's `render.yaml`: services with a `startCommand`, in `rootDir`. Source: https://render.com/docs/blueprint-spec (2026-11-22). */
export const render: ProcessFile = {
  id: 'render',
  reads: ['render.yaml', 'render.yml'],
  declared(place) {
    const file = ['render.yaml', 'render.yml'].find((name) => place.repository.has(name))
    const services = file === undefined ? [] : list(record(place.repository.yaml(file)).services)
    return services.flatMap((service) => fromService(record(service), place, file ?? ''))
  },
}

function fromService(service: JsonRecord, place: Place, path: string): readonly Declared[] {
  const role = roles[text(service.type) ?? '']
  const command = text(service.startCommand) ?? text(service.dockerCommand)
  const folder = join('.', text(service.rootDir) ?? '.')
  if (role === undefined || command === null || folder !== place.root || /\bflower\b/.test(command)) return []
  const name = text(service.name) ?? role
  const shown = command.split('\n')[0] ?? ''
  const proof = { ...place.proof('', `${name}: startCommand: ${shown}`), path, line: lineIn(place, path, shown) }
  return [{ name: role === 'web' ? 'web' : name, role, command: command.trim(), port: null, proof }]
}

function lineIn(place: Place, path: string, sought: string): number | null {
  const lines = place.repository.text(path)?.split('\n') ?? []
  const at = lines.findIndex((line) => line.includes(sought))
  return at < 0 ? null : at + 1
}
