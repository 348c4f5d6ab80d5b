import { notFound } from '../http/refusal.ts'
import { created } from '../http/replies.ts'
import { type Route, route } from '../http/route.ts'
import { asApp } from '../shapes/app.ts'

/** The last step of registering an app from a manifest. A code works once. */
export const manifestRoutes: readonly Route[] = [
  route('post', '/app-manifests/{code}/conversions', 'nothing', ({ param, world }) => {
    if (!world.manifestCodes.delete(param('code'))) throw notFound()
    const { clientId, privateKey, webhookSecret } = world.app
    const secrets = {
      client_id: clientId,
      client_secret: 'client-secret',
      webhook_secret: webhookSecret,
      pem: privateKey,
    }
    return created({ ...asApp(world), ...secrets })
  }),
]
