import type { Definition } from './definition.ts'
import { lang } from './flags/lang.ts'
import { taken } from './reading.ts'

export const doctor: Definition = {
  verb: 'doctor',
  summary: ({ command }) => command.doctor,
  argument: null,
  flags: [lang],
  example: 'doctor',
  make: ({ options }, another) => taken({ kind: 'doctor', options, another }),
}
