import type { components } from '@octokit/openapi-types'
import type { Reaction } from '../state/reaction.ts'
import type { World } from '../world.ts'
import { nodeId } from './urls.ts'
import { asUser } from './user.ts'

export function asReaction(world: World, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: nodeId('Reaction', reaction.id),
    user: asUser(world, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  } satisfies components['schemas']['reaction']
}

/** The counts that stand with an issue or comment; `url` is that of its reactions. */
export function rollUp(url: string, reactions: readonly Reaction[]) {
  const count = (content: Reaction['content']) => reactions.filter((one) => one.content === content).length
  return {
    url,
    total_count: reactions.length,
    '+1': count('+1'),
    '-1': count('-1'),
    laugh: count('laugh'),
    hooray: count('hooray'),
    confused: count('confused'),
    heart: count('heart'),
    rocket: count('rocket'),
    eyes: count('eyes'),
  } satisfies components['schemas']['reaction-rollup']
}
