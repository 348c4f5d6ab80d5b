import type { World } from '../world.ts'
import type { Account } from './account.ts'

export const contents = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const
export type ReactionContent = (typeof contents)[number]

export interface Reaction {
  readonly id: number
  readonly content: ReactionContent
  readonly user: Account
  readonly createdAt: string
}

/** Adds a reaction; one that the same account gave before is found again, as on GitHub. */
export function react(world: World, list: Reaction[], user: Account, content: ReactionContent) {
  const found = list.find((one) => one.user.id === user.id && one.content === content)
  if (found !== undefined) return { reaction: found, isNew: false }
  const reaction = { id: world.id(), content, user, createdAt: world.time() }
  list.push(reaction)
  return { reaction, isNew: true }
}
