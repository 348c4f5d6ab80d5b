import type { Definition } from './definition.ts'
import { taken } from './reading.ts'

export const help: Definition = {
  verb: 'help',
  summary: 'show this text',
  flags: [],
  example: 'help',
  make: (_options, another) => taken({ kind: 'help', about: null, another }),
}
