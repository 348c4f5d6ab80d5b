import type { Definition } from './definition.ts'
import { flags } from './flags.ts'
import { taken } from './reading.ts'

export const plan: Definition = {
  verb: 'plan',
  summary: ({ command }) => command.plan,
  argument: null,
  flags: flags.filter(
    ({ name }) => name !== '--remove' && name !== '--dry-run' && name !== '--yes' && name !== '--format',
  ),
  example: 'plan --path=apps/api',
  make: ({ options }, another) => taken({ kind: 'request', verb: 'plan', options, another }),
}
