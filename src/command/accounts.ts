import type { Definition } from './definition.ts'
import { dryRun } from './flags/dry-run.ts'
import { format } from './flags/format.ts'
import { lang } from './flags/lang.ts'
import { region } from './flags/region.ts'
import { taken } from './reading.ts'

export const accounts: Definition = {
  verb: 'accounts',
  summary: ({ command }) => command.accounts,
  argument: null,
  flags: [format, region, dryRun, lang],
  example: 'accounts --format=terraform',
  make: ({ options }, another) => taken({ kind: 'accounts', options, another }),
}
