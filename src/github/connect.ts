import type { Logger } from 'probot'
import type { Self } from './branch.ts'
import { type Client, createClient } from './client.ts'
import { type Grant, readingToken, repositoryToken, writing } from './token.ts'

/** The server that this app is registered on. */
export interface Server {
  readonly host: string
  readonly apiUrl: string
}

/** What one command may use. `onWait` is told before each wait for a rate limit, in seconds. */
export interface Access {
  readonly grant: Grant
  readonly log: Logger
  readonly onWait: (seconds: number) => void
}

/** GitHub as this app sees it. */
export interface GitHub {
  readonly host: string
  /** Who this app is, and whether the server is GitHub Enterprise Server. Asked once. */
  identity(): Promise<{ readonly self: Self; readonly enterprise: boolean }>
  /** A client that reads one repository, and answers on its issues. */
  reader(access: Access): Promise<Client>
  /** A client that may also write a branch and a pull request there. */
  writer(access: Access, workflows: boolean): Promise<Client>
}

/** `app` is authenticated as the app itself. Each client gets a fresh token for one repository and its step only. */
export function connect(app: Client, server: Server): GitHub {
  let identity: ReturnType<GitHub['identity']> | null = null
  const client = (access: Access, token: string) =>
    createClient({ ...access, apiUrl: server.apiUrl, token, lane: String(access.grant.installation) })
  return {
    host: server.host,
    identity: () => {
      identity ??= readIdentity(app, server).catch((error: unknown) => {
        identity = null
        throw error
      })
      return identity
    },
    reader: async (access) => client(access, await readingToken(app, access.grant)),
    writer: async (access, workflows) => client(access, await repositoryToken(app, access.grant, writing(workflows))),
  }
}

async function readIdentity(app: Client, { host }: Server): Promise<Awaited<ReturnType<GitHub['identity']>>> {
  const { data } = await app.rest.apps.getAuthenticated()
  if (data === null) throw new Error('GitHub does not say which app this is')
  const enterprise = host !== 'github.com' && (await isEnterpriseServer(app))
  return { self: { botLogin: `${data.slug}[bot]`, signs: !enterprise }, enterprise }
}

/** Only GitHub Enterprise Server names its version; a host of its own does not tell (`*.ghe.com` is GitHub's own cloud). */
async function isEnterpriseServer(app: Client): Promise<boolean> {
  const { data } = await app.rest.meta.get()
  return 'installed_version' in data
}
