import { Refusal } from '../http/refusal.ts'
import type { Account } from '../state/account.ts'
import type { Token } from '../state/installation.ts'
import type { World } from '../world.ts'
import { checkJwt } from './jwt.ts'

/** Who calls. */
export type Actor = { readonly kind: 'nobody' } | { readonly kind: 'app' } | Token

/** Recognises the caller by the `Authorization` header; refuses with 401 what is not valid (any more). */
export function authenticate(world: World, header: string | undefined): Actor {
  const [scheme = '', value = ''] = (header ?? '').trim().split(/\s+/)
  if (scheme === '') return { kind: 'nobody' }
  if (!/^(bearer|token)$/i.test(scheme)) throw new Refusal(401, 'Bad credentials')
  if (value.split('.').length === 3) {
    checkJwt(world, value)
    return { kind: 'app' }
  }
  const token = world.tokens.get(value)
  if (token === undefined || isOver(world, token)) throw new Refusal(401, 'Bad credentials')
  if (token.kind === 'installation' && token.installation.suspendedAt !== null) {
    throw new Refusal(403, 'This installation has been suspended')
  }
  return token
}

function isOver(world: World, token: Token): boolean {
  if (token.kind !== 'installation') return false
  return token.expires <= world.now() || !world.installations.has(token.installation.id)
}

/** The account that an actor writes as. */
export function accountOf(world: World, actor: Actor): Account {
  if (actor.kind === 'person') return actor.account
  if (actor.kind === 'installation') return world.app.bot
  throw new Refusal(401, 'Requires authentication')
}

/** The name of an actor in the log of calls. */
export function describeActor(actor: Actor): string {
  if (actor.kind === 'installation') return `installation:${actor.installation.id}`
  return actor.kind === 'person' ? `person:${actor.account.login}` : actor.kind
}
