import { ProbotOctokit } from 'probot'
import type { Github } from './start-github.ts'
import type { Permissions } from './state/installation.ts'

/** Probot's own Octokit, without its pauses between writes and without repetitions. */
const silent = () => {}
const log = { debug: silent, info: silent, warn: silent, error: silent }
const Octokit = ProbotOctokit.defaults({ throttle: { enabled: false }, retry: { enabled: false }, log })

type Common = 'actions' | 'checks' | 'contents' | 'deployments' | 'issues' | 'metadata' | 'pull_requests' | 'workflows'

export type Client = InstanceType<typeof Octokit>

/** A client that acts as the app itself, by JWT. */
export function asApp(github: Github, privateKey = github.env.PRIVATE_KEY): Client {
  return new Octokit({ auth: { appId: github.app.id, privateKey }, baseUrl: github.apiUrl })
}

/** A client of the installation on an account, with a token for these repositories and permissions only. */
export async function asInstallation(
  github: Github,
  owner: string,
  narrow: { repositories?: string[]; permissions?: Pick<Permissions, Common> } = {},
): Promise<Client> {
  const app = asApp(github)
  const { data } = await app.rest.apps.getOrgInstallation({ org: owner })
  const token = await app.rest.apps.createInstallationAccessToken({ installation_id: data.id, ...narrow })
  return withToken(github, token.data.token)
}

/** A client with a token that is there already, or without one. */
export function withToken(github: Github, token?: string): Client {
  return token === undefined
    ? new Octokit({ authStrategy: undefined, baseUrl: github.apiUrl })
    : new Octokit({ auth: { token }, baseUrl: github.apiUrl })
}

/** The status and message that a request was refused with. Throws where it was not refused. */
export async function refusal(request: Promise<unknown>): Promise<string> {
  try {
    await request
  } catch (error) {
    if (error instanceof Error && 'status' in error)
      return `${error.status} ${error.message.replace(/ - https:.*$/s, '')}`
    throw error
  }
  throw new Error('the request was not refused')
}
