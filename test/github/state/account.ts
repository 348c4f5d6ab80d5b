import type { World } from '../world.ts'

type Registry = Pick<World, 'accounts' | 'id' | 'time'>

export interface Account {
  readonly id: number
  login: string
  readonly type: 'User' | 'Organization' | 'Bot'
  readonly createdAt: string
}

/** Finds an account, whatever the case of its login. */
export function findAccount(world: Pick<World, 'accounts'>, login: string): Account | null {
  return world.accounts.get(login.toLowerCase()) ?? null
}

/** Finds an account or makes one. A login that ends with `[bot]` is a bot. */
export function account(world: Registry, login: string, type: 'User' | 'Organization' = 'User'): Account {
  const found = findAccount(world, login)
  if (found !== null) return found
  const made: Account = {
    id: world.id(),
    login,
    type: login.endsWith('[bot]') ? 'Bot' : type,
    createdAt: world.time(),
  }
  world.accounts.set(login.toLowerCase(), made)
  return made
}

/** Gives an account another login; the old one is free for another person, as on GitHub. */
export function renameAccount(world: World, from: string, to: string): void {
  const found = account(world, from)
  world.accounts.delete(from.toLowerCase())
  found.login = to
  world.accounts.set(to.toLowerCase(), found)
}
