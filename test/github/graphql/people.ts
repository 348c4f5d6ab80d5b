import { asUser } from '../shapes/user.ts'
import type { Account } from '../state/account.ts'
import type { Node, View } from './view.ts'

/** A person, bot or organisation. Here, unlike in REST, the login of a bot has no `[bot]` after it. */
export function accountNode({ world }: View, account: Account): Node {
  const { avatar_url, html_url, node_id } = asUser(world, account)
  const login = account.login.replace(/\[bot\]$/, '')
  return { __typename: account.type, id: node_id, databaseId: account.id, login, avatarUrl: avatar_url, url: html_url }
}
