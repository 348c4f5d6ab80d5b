import type { Definition } from './definition.ts'
import { flags } from './flags.ts'
import { refused, taken } from './reading.ts'

export const setup: Definition = {
  verb: 'setup',
  summary: 'read the repository and open one pull request with its CI/CD',
  flags,
  example: 'setup --target=ecr --path=apps/api',
  make: (options, another) => {
    if (options.remove && (options.target ?? options.ci) !== null) {
      return refused('`--remove` takes away what is there, so it goes with neither `--target` nor `--ci`', null, 0, 0)
    }
    return taken({ kind: 'request', verb: 'setup', options, another })
  },
}
