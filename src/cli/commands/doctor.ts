import { doctor as definition } from '../../command/doctor.ts'
import { fromComment } from '../command.ts'
import { json } from '../flags/json.ts'

/** With a folder, the delivery of that repository. */
export const doctor = fromComment(definition, {
  flags: [json],
  folders: 'one',
  run: async (given, terminal) => (await import('../doctor-here.ts')).doctorHere(given, terminal),
})
