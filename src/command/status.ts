import type { Definition } from './definition.ts'
import { lang } from './flags/lang.ts'
import { taken } from './reading.ts'

export const status: Definition = {
  verb: 'status',
  summary: ({ command }) => command.status,
  argument: null,
  flags: [lang],
  example: 'status',
  make: ({ options }, another) => taken({ kind: 'status', options, another }),
}
