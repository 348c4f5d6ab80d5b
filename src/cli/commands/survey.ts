import { survey as definition } from '../../command/survey.ts'
import { fromComment } from '../command.ts'
import { json } from '../flags/json.ts'

export const survey = fromComment(definition, {
  flags: [json],
  folders: 'any',
  run: async (given, terminal) => (await import('../survey-here.ts')).surveyHere(given, terminal),
})
