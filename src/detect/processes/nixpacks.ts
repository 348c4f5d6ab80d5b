import { get, text } from '../json.ts'
import { type ProcessFile, webProcess } from './declared.ts'

/** `nixpacks.toml`: `[start] cmd`. Source: https://nixpacks.com/docs/configuration/file (2026-11-22). */
export const nixpacks: ProcessFile = {
  id: 'nixpacks',
  reads: ['nixpacks.toml'],
  declared(place) {
    const command = text(get(place.toml('nixpacks.toml'), 'start', 'cmd'))
    if (command === null) return []
    return webProcess(command, place.proof('nixpacks.toml', `cmd = "${command}"`, 'cmd'))
  },
}
