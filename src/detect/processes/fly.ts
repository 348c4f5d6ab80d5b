import { isPort } from '../commands/port.ts'
import { get, list, record, text } from '../json.ts'
import type { Place } from '../place.ts'
import { type Declared, type ProcessFile, roleOf } from './declared.ts'

/** Fly's `fly.toml`: `[processes]` and the port the app listens on. Source: https://fly.io/docs/reference/configuration/ (2026-11-22). */
export const fly: ProcessFile = {
  id: 'fly',
  reads: ['fly.toml'],
  declared(place) {
    if (!place.has('fly.toml')) return []
    const value = place.toml('fly.toml')
    const processes = Object.entries(record(get(value, 'processes'))).flatMap(
      ([name, command]): readonly Declared[] => {
        const role = roleOf(name)
        const line = text(command)
        if (role === null || line === null) return []
        return [{ name, role, command: line, port: null, proof: place.proof('fly.toml', `${name} = "${line}"`, line) }]
      },
    )
    return [...processes, ...internalPort(place)]
  },
}

function internalPort(place: Place): readonly Declared[] {
  const value = place.toml('fly.toml')
  const service = get(value, 'http_service') ?? list(get(value, 'services'))[0]
  const port = get(service, 'internal_port')
  if (typeof port !== 'number' || !isPort(port)) return []
  return [
    {
      name: 'web',
      role: 'web',
      command: null,
      port,
      proof: place.proof('fly.toml', `internal_port = ${port}`, 'internal_port'),
    },
  ]
}
