import { type Check, ok, wrong } from '../check.ts'

/** Whether GitHub takes a token that the key signed for this app. */
export const key: Check = {
  id: 'key',
  judge: ({ app, settings }, words) => {
    if (app === null || 'wrong' in settings || settings.credentials === null) return null
    if (!('status' in app)) return ok(words.key(app.slug))
    const { appId } = settings.credentials
    if (app.status === 401 || app.status === 404)
      return wrong(words.keyRefused(appId, app.message), words.mendKey(appId))
    return wrong(words.noAnswer(app.message), words.mendNetwork)
  },
}
