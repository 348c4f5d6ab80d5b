import type { Logger } from 'probot'
import type { Self } from './branch.ts'
import { type Client, createClient, type Pace, type RequestKind, type Wait } from './client.ts'
import { isEnterpriseServer } from './enterprise.ts'
import { isGone } from './gone.ts'
import { type Installation, readInstallations } from './installations.ts'
import { organisationTokens } from './organisation-tokens.ts'
import {
  checkingToken,
  contentsToken,
  deployingToken,
  type Grant,
  listingToken,
  readingToken,
  watchingToken,
  writingToken,
} from './token.ts'
import { writeBudget } from './write-budget.ts'

/** The server that this app is registered on. */
export interface Server {
  readonly host: string
  readonly apiUrl: string
}

/** What one command may use. `onWait` is told before each wait for a rate limit. */
export interface Access {
  readonly grant: Grant
  readonly log: Logger
  readonly onWait: (wait: Wait) => void
  readonly onRequest?: (kind: RequestKind, status: number | null) => void
}

/** GitHub as this app sees it. */
export interface GitHub {
  readonly host: string
  /** Resolves when GitHub knows this app. Asked until it is so, then remembered. */
  ready(): Promise<void>
  /** The app's own page on GitHub, where it can be installed. */
  page(): Promise<string>
  /** Who this app is, and whether the server is GitHub Enterprise Server. Asked once, by any client. */
  identity(client: Client): Promise<Identity>
  /** The accounts that this app is installed on and may work for. */
  installations(): Promise<readonly Installation[]>
  /** A client that reads one repository, and answers on its issues. */
  reader(access: Access): Promise<Client>
  /** A client that may also write a branch and a pull request there. */
  writer(access: Access, workflows: boolean): Promise<Client>
  /** A client that may put a check on a commit there, and nothing else. */
  checker(access: Access): Promise<Client>
  /** A client that may tell of deployments there, and nothing else. */
  deployer(access: Access): Promise<Client>
  /** A client that sees runs of workflows and deployments there, and nothing else. */
  watcher(access: Access): Promise<Client>
  /** A client that tells which repositories the installation covers and who may read them. */
  lister(access: Access): Promise<Client>
  /** A client that reads the files of these repositories. Null: one of them is not there any more. */
  contents(access: Access, repositories: readonly number[]): Promise<Client | null>
  /** A client that reads the repository `.github` of the same owner; null where this installation does not reach it. */
  organisation(access: Access): Promise<Client | null>
}

export interface Identity {
  readonly self: Self
  readonly enterprise: boolean
}

/** `app` is authenticated as the app itself. Each client gets a fresh token for one repository and its step only. */
export function connect(app: Client, server: Server, pace?: Pace): GitHub {
  const self = remembered(() => readSelf(app))
  const enterprise = remembered((client: Client) => isEnterpriseServer(client, server.host))
  const budget = writeBudget(pace?.writesPerHour)
  const organisations = organisationTokens(app)
  const client = (access: Access, token: string) =>
    createClient({ ...access, budget, pace, apiUrl: server.apiUrl, token, lane: String(access.grant.installation) })
  return {
    host: server.host,
    ready: async () => {
      await self(app)
    },
    page: async () => (await self(app)).url,
    installations: () => readInstallations(app),
    identity: async (reader) => {
      const onEnterprise = await enterprise(reader)
      return { self: { botLogin: `${(await self(app)).slug}[bot]`, signs: !onEnterprise }, enterprise: onEnterprise }
    },
    reader: async (access) => client(access, await readingToken(app, access.grant)),
    writer: async (access, workflows) => client(access, await writingToken(app, access.grant, workflows)),
    checker: async (access) => client(access, await checkingToken(app, access.grant)),
    deployer: async (access) => client(access, await deployingToken(app, access.grant)),
    watcher: async (access) => client(access, await watchingToken(app, access.grant)),
    lister: async (access) => client(access, await listingToken(app, access.grant)),
    contents: async (access, repositories) => {
      const token = await contentsToken(app, access.grant, repositories).catch((error: unknown) => {
        if (isGone(error)) return null
        throw error
      })
      return token === null ? null : client(access, token)
    },
    organisation: async (access) => {
      const token = await organisations.token(access.grant)
      return token === null ? null : client(access, token)
    },
  }
}

async function readSelf(app: Client): Promise<{ readonly slug: string; readonly url: string }> {
  const { data } = await app.rest.apps.getAuthenticated()
  if (!data?.slug) throw new Error('GitHub does not say which app this is')
  return { slug: data.slug, url: data.html_url }
}

/** Asks once; a failure is not remembered. */
function remembered<T>(ask: (client: Client) => Promise<T>): (client: Client) => Promise<T> {
  let answer: Promise<T> | null = null
  return (client) => {
    answer ??= ask(client).catch((error: unknown) => {
      answer = null
      throw error
    })
    return answer
  }
}
