import type { components } from '@octokit/openapi-types'
import type { Account } from '../state/account.ts'
import type { World } from '../world.ts'
import { api, nodeId } from './urls.ts'

export function asUser(world: World, account: Account) {
  const url = api(world, `/users/${account.login}`)
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `${world.pages}/avatars/u/${account.id}`,
    gravatar_id: '',
    url,
    html_url: `${world.pages}/${account.login.endsWith('[bot]') ? `apps/${account.login.slice(0, -5)}` : account.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    site_admin: false,
    user_view_type: 'public',
  } satisfies components['schemas']['simple-user']
}
