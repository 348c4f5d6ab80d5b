import { connect as definition } from '../../command/connect.ts'
import { fromComment } from '../command.ts'
import { json } from '../flags/json.ts'

export const connect = fromComment(definition, {
  flags: [json],
  folders: 'one',
  run: async (given, terminal) => (await import('../connect.ts')).connectHere(given, terminal),
})
