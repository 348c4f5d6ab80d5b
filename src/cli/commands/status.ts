import { status as definition } from '../../command/status.ts'
import { fromComment } from '../command.ts'
import { json } from '../flags/json.ts'

export const status = fromComment(definition, {
  flags: [json],
  folders: 'one',
  run: async (given, terminal) => (await import('../status-here.ts')).statusHere(given, terminal),
})
