import type { Definition } from './definition.ts'
import { flags } from './flags.ts'
import { refused, taken } from './reading.ts'

export const setup: Definition = {
  verb: 'setup',
  summary: ({ command }) => command.setup,
  argument: null,
  flags: flags.filter(({ name }) => name !== '--yes' && name !== '--format'),
  example: 'setup --target=ecr --path=apps/api',
  make: ({ options }, another) => {
    const { target, ci, path } = options
    if (options.remove && [target, ci, path].some((value) => value !== null)) {
      return refused(({ command }) => command.removesAll, null, 0, 0)
    }
    return taken({ kind: 'request', verb: 'setup', options, another })
  },
}
