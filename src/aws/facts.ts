import { ListOpenIDConnectProvidersCommand } from '@aws-sdk/client-iam'
import type { AwsFacts, ExistingResource, Refusal } from '../model.ts'
import type { Account } from './account.ts'
import { listApps } from './amplify-apps.ts'
import { listConnections, listServices } from './app-runner.ts'
import { type Asked, appsOf, expressServices, imageRepositories, servicesOf } from './existing.ts'
import { refusalOf } from './refusal.ts'

export interface Learned {
  readonly facts: AwsFacts
  /** What AWS did not tell. */
  readonly refusals: readonly Refusal[]
}

/**
 * What the account holds that matters for the choice. Each question stands for itself: what is denied, throttled or out of reach becomes null,
 * which is "unknown", and is named in `refusals`. Reads only.
 */
export async function awsFacts(account: Account, asked: Asked): Promise<Learned> {
  const refusals: Refusal[] = []
  const ask = asking(refusals)
  const [connections, services, apps, images, express, oidcIssuers] = await Promise.all([
    ask('apprunner:ListConnections', () => listConnections(account)),
    ask('apprunner:ListServices', () => listServices(account)),
    ask('amplify:ListApps', () => listApps(account, asked.repositoryUrl)),
    ask('ecr:DescribeRepositories', () => imageRepositories(account, asked)),
    ask('ecs:ListServices', () => expressServices(account, asked)),
    ask('iam:ListOpenIDConnectProviders', () => issuers(account)),
  ])
  const existing = [services && servicesOf(services, asked), apps && appsOf(apps), images, express]
  return {
    facts: {
      accountId: account.id,
      partition: account.partition,
      region: account.region,
      appRunnerCustomer: customer(connections?.length ?? null, services?.length ?? null),
      oidcProvider: oidcIssuers?.includes('token.actions.githubusercontent.com') ?? null,
      oidcIssuers,
      connections,
      existing: existing.includes(null) ? someOf(existing) : existing.flatMap((part) => part ?? []),
    },
    refusals,
  }
}

/** What was seen counts even where not all could be looked at; nothing seen then means unknown. */
function someOf(parts: readonly (readonly ExistingResource[] | null)[]): readonly ExistingResource[] | null {
  const seen = parts.flatMap((part) => part ?? [])
  return seen.length > 0 ? seen : null
}

/** One service or connection proves it; only both lists, empty, say no. */
function customer(connections: number | null, services: number | null): boolean | null {
  if ((connections ?? 0) > 0 || (services ?? 0) > 0) return true
  return connections === null || services === null ? null : false
}

/** What follows `oidc-provider/` in the ARNs: the addresses of the issuers. */
async function issuers({ iam }: Account): Promise<readonly string[]> {
  const { OpenIDConnectProviderList = [] } = await iam.send(new ListOpenIDConnectProvidersCommand({}))
  return OpenIDConnectProviderList.flatMap(({ Arn }) => Arn?.split(':oidc-provider/')[1] ?? [])
}

/** Asks; what AWS refuses to tell is put down, and the answer is null. */
function asking(refusals: Refusal[]) {
  return async <T>(action: string, question: () => Promise<T>): Promise<T | null> => {
    try {
      return await question()
    } catch (error) {
      const refusal = refusalOf(error, action)
      if (refusal === null) throw error
      refusals.push(refusal)
      return null
    }
  }
}
