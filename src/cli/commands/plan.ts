import { plan as definition } from '../../command/plan.ts'
import { fromComment } from '../command.ts'
import { html } from '../flags/html.ts'
import { json } from '../flags/json.ts'

export const plan = fromComment(definition, {
  flags: [json, html],
  folders: 'one',
  run: async (given, terminal) => (await import('../propose-here.ts')).proposeHere('plan', given, terminal),
})
