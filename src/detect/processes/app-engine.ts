import { get, text } from '../json.ts'
import { type ProcessFile, webProcess } from './declared.ts'

/** App Engine's `app.yaml`: `entrypoint`. Source: https://cloud.google.com/appengine/docs/standard/reference/app-yaml (2026-11-22). */
export const appEngine: ProcessFile = {
  id: 'app-engine',
  reads: ['app.yaml'],
  declared(place) {
    if (!/^entrypoint:/m.test(place.text('app.yaml') ?? '')) return []
    const command = text(get(place.yaml('app.yaml'), 'entrypoint'))
    if (command === null) return []
    return webProcess(command, place.proof('app.yaml', `entrypoint: ${command}`, 'entrypoint:'))
  },
}
