import type { Definition } from './definition.ts'
import { environment } from './flags/environment.ts'
import { lang } from './flags/lang.ts'
import { path } from './flags/path.ts'
import { region } from './flags/region.ts'
import { target } from './flags/target.ts'
import { yes } from './flags/yes.ts'
import { taken } from './reading.ts'

export const connect: Definition = {
  verb: 'connect',
  summary: ({ command }) => command.connect,
  argument: null,
  flags: [environment, path, target, region, yes, lang],
  example: 'connect --environment=production',
  make: ({ options }, another) => taken({ kind: 'connect', options, another }),
}
