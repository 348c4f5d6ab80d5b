import { get, text } from '../json.ts'
import { type ProcessFile, webProcess } from './declared.ts'

const names = ['railway.toml', 'railway.json'] as const

/** Railway's config: `[deploy] startCommand`. Source: https://docs.railway.com/reference/config-as-code (2026-11-22). */
export const railway: ProcessFile = {
  id: 'railway',
  reads: [...names],
  declared(place) {
    const file = place.pick(...names)
    if (file === undefined) return []
    const value = file.endsWith('.toml') ? place.toml(file) : place.json(file)
    const command = text(get(value, 'deploy', 'startCommand'))
    if (command === null) return []
    return webProcess(command, place.proof(file, `startCommand: ${command}`, 'startCommand'))
  },
}
