import { type Check, ok, wrong } from '../check.ts'

export const events: Check = {
  id: 'events',
  judge: ({ app, wanted }, words) => {
    if (app === null || 'status' in app) return null
    const missing = wanted.events.filter((event) => !app.events.includes(event))
    return missing.length === 0
      ? ok(words.events(wanted.events))
      : wrong(words.lacksEvents(missing), words.mendEvents(`${app.settingsUrl}/permissions`))
  },
}
