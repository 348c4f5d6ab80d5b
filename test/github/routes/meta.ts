import { ok } from '../http/replies.ts'
import { type Route, route } from '../http/route.ts'
import type { World } from '../world.ts'

/** What GitHub says about itself, and people. https://docs.github.com/rest/meta/meta */
export const metaRoutes: readonly Route[] = [
  route('get', '/meta', 'nothing', ({ world }) => {
    // GitHub Enterprise Server names its version; github.com does not have the field.
    const version = world.enterprise === null ? {} : { installed_version: world.enterprise }
    return ok({ verifiable_password_authentication: true, ...version })
  }),
  route('get', '/rate_limit', 'nothing', ({ world }) => {
    const core = limit(world, 5000)
    const resources = { core, search: limit(world, 30), graphql: limit(world, 5000) }
    return ok({ resources, rate: core })
  }),
]

function limit(world: World, amount: number) {
  return { limit: amount, remaining: amount - 1, used: 1, reset: Math.floor(world.now() / 1000) + 3600 }
}
