import type { Definition } from './definition.ts'
import { taken } from './reading.ts'

export const help: Definition = {
  verb: 'help',
  summary: 'show this text',
  argument: null,
  flags: [],
  example: 'help',
  make: (_given, another) => taken({ kind: 'help', about: null, another }),
}
