import { connect as definition } from '../../command/connect.ts'
import { fromComment } from '../command.ts'

export const connect = fromComment(definition, {
  flags: [],
  folders: 'one',
  run: async (given, terminal) => (await import('../connect.ts')).connectHere(given, terminal.say),
})
