import { setup as definition } from '../../command/setup.ts'
import { fromComment } from '../command.ts'
import { html } from '../flags/html.ts'
import { json } from '../flags/json.ts'

export const setup = fromComment(definition, {
  flags: [json, html],
  folders: 'one',
  run: async (given, terminal) => (await import('../propose-here.ts')).proposeHere('setup', given, terminal),
})
