import { help as definition } from '../../command/help.ts'
import { fromComment } from '../command.ts'
import { usage } from '../usage.ts'

export const help = fromComment(definition, {
  flags: [],
  folders: 'none',
  run: async (_given, { say, texts }, commands) => {
    say(usage(null, texts, commands))
    return 0
  },
})
