import { doctor as definition } from '../../command/doctor.ts'
import { fromComment } from '../command.ts'
import { json } from '../flags/json.ts'

/** With a folder, the delivery of that repository; without one, the own set-up of the app. */
export const doctor = fromComment(definition, {
  flags: [json],
  folders: 'one',
  run: async (given, terminal) =>
    given.folders.length === 0
      ? (await import('../check-own-setup.ts')).checkOwnSetup(given, terminal)
      : (await import('../doctor-here.ts')).doctorHere(given, terminal),
})
