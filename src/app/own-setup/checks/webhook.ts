import { isPrivate } from '../../registration/wish.ts'
import { type Check, ok, wrong } from '../check.ts'

/** Where GitHub sends deliveries. */
export const webhook: Check = {
  id: 'webhook',
  judge: ({ app, settings }, words) => {
    if (app === null || 'status' in app || 'wrong' in settings) return null
    const { hookUrl, settingsUrl } = app
    const { githubHost, webhookPath, webhookProxy } = settings
    const wanted = webhookProxy ?? `https://…${webhookPath}`
    const mend = words.mendWebhook(settingsUrl, wanted)
    if (hookUrl === null) return wrong(words.noWebhook, mend)
    if (hookUrl === webhookProxy) return ok(words.webhook(hookUrl))
    if (!URL.parse(hookUrl)?.pathname.endsWith(webhookPath)) return wrong(words.otherWebhook(hookUrl, wanted), mend)
    if (githubHost === 'github.com' && isPrivate(hookUrl)) return wrong(words.privateWebhook(hookUrl), mend)
    return ok(words.webhook(hookUrl))
  },
}
