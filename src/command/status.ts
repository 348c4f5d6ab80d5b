import type { Definition } from './definition.ts'
import { environment } from './flags/environment.ts'
import { lang } from './flags/lang.ts'
import { path } from './flags/path.ts'
import { region } from './flags/region.ts'
import { taken } from './reading.ts'

export const status: Definition = {
  verb: 'status',
  summary: ({ command }) => command.status,
  argument: null,
  flags: [environment, path, region, lang],
  example: 'status',
  make: ({ options }, another) => taken({ kind: 'status', options, another }),
}
