import type { Definition } from './definition.ts'
import { flags } from './flags.ts'
import { taken } from './reading.ts'

export const setup: Definition = {
  verb: 'setup',
  summary: 'read the repository and open one pull request with its CI/CD',
  flags,
  example: 'setup --target=ecr --path=apps/api',
  make: (options, another) => taken({ kind: 'request', verb: 'setup', options, another }),
}
