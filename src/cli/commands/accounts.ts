import { accounts as definition } from '../../command/accounts.ts'
import { fromComment } from '../command.ts'
import { json } from '../flags/json.ts'

export const accounts = fromComment(definition, {
  flags: [json],
  folders: 'one',
  run: async (given, terminal) => (await import('../propose-here.ts')).proposeHere('accounts', given, terminal),
})
