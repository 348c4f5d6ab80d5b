import { notFound } from '../http/refusal.ts'
import { ok } from '../http/replies.ts'
import { type Route, route } from '../http/route.ts'
import { asUser } from '../shapes/user.ts'
import { type Account, findAccount } from '../state/account.ts'
import type { World } from '../world.ts'

/** People and bots. https://docs.github.com/rest/users/users */
export const userRoutes: readonly Route[] = [
  route('get', '/users/{username}', 'nothing', ({ param, world }) => {
    const account = findAccount(world, param('username'))
    if (account === null) throw notFound()
    return ok(asPublicUser(world, account))
  }),
  route('get', '/user', 'person', ({ actor, world }) => {
    if (actor.kind !== 'person') throw notFound()
    return ok(asPublicUser(world, actor.account))
  }),
]

function asPublicUser(world: World, account: Account) {
  const nothing = { company: null, blog: null, location: null, email: null, hireable: null, bio: null }
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 }
  const dates = { created_at: account.createdAt, updated_at: account.createdAt }
  return { ...asUser(world, account), name: account.login, ...nothing, ...counts, ...dates }
}
