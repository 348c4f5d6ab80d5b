import { explain as definition } from '../../command/explain.ts'
import { fromComment } from '../command.ts'
import { json } from '../flags/json.ts'

export const explain = fromComment(definition, {
  flags: [json],
  folders: 'one',
  run: async (given, terminal) => (await import('../explain-here.ts')).explainHere(given, terminal),
})
