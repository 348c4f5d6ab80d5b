import { paginateDescribeRepositories } from '@aws-sdk/client-ecr'
import { DescribeExpressGatewayServiceCommand, paginateListServices } from '@aws-sdk/client-ecs'
import { ListOpenIDConnectProvidersCommand } from '@aws-sdk/client-iam'
import type { AwsFacts, ExistingResource, Refusal } from '../model.ts'
import type { Account } from './account.ts'
import { listApps, rootOf } from './amplify-apps.ts'
import { listConnections, listServices, sourceOf } from './app-runner.ts'
import { isNamed, refusalOf } from './refusal.ts'

/** The repository that the facts are for. */
export interface Asked {
  /** `https://github.com/acme/shop`. */
  readonly repositoryUrl: string
  /** What the names of its ECR repositories begin with: `shop/`. */
  readonly imagePrefix: string
}

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
  const ask = async <T>(action: string, question: () => Promise<T>): Promise<T | null> => {
    try {
      return await question()
    } catch (error) {
      const refusal = refusalOf(error, action)
      if (refusal === null) throw error
      refusals.push(refusal)
      return null
    }
  }
  const [connections, services, apps, images, express, oidcProvider] = await Promise.all([
    ask('apprunner:ListConnections', () => listConnections(account)),
    ask('apprunner:ListServices', () => listServices(account)),
    ask('amplify:ListApps', () => listApps(account, asked.repositoryUrl)),
    ask('ecr:DescribeRepositories', () => imageRepositories(account, asked)),
    ask('ecs:ListServices', () => expressServices(account, asked)),
    ask('iam:ListOpenIDConnectProviders', () => hasProvider(account)),
  ])
  const existing = [
    services?.flatMap((service): ExistingResource[] => {
      const source = sourceOf(service)
      if (source?.repositoryUrl !== asked.repositoryUrl.toLowerCase()) return []
      const { ServiceName: name = '', ServiceArn: id = '', ServiceUrl } = service
      const root = source.directory === '/' ? '.' : source.directory.replace(/^\/|\/$/gu, '')
      const url = ServiceUrl === undefined ? null : `https://${ServiceUrl}`
      return [{ target: 'apprunner', what: 'App Runner service', name, id, root, branch: source.branch, url }]
    }),
    apps?.map((app): ExistingResource => {
      const { name = '', appId: id = '', defaultDomain } = app
      const url = defaultDomain === undefined ? null : `https://${defaultDomain}`
      return { target: 'amplify', what: 'Amplify app', name, id, root: rootOf(app), branch: null, url }
    }),
    images,
    express,
  ]
  return {
    facts: {
      accountId: account.id,
      partition: account.partition,
      region: account.region,
      appRunnerCustomer: customer(connections?.length ?? null, services?.length ?? null),
      oidcProvider,
      connections,
      existing: existing.some((part) => part === null || part === undefined)
        ? someOf(existing)
        : existing.flatMap((part) => part ?? []),
    },
    refusals,
  }
}

/** What was seen counts even where not all could be looked at; nothing seen then means unknown. */
function someOf(
  parts: readonly (readonly ExistingResource[] | null | undefined)[],
): readonly ExistingResource[] | null {
  const seen = parts.flatMap((part) => part ?? [])
  return seen.length > 0 ? seen : null
}

/** One service or connection proves it; only both lists, empty, say no. */
function customer(connections: number | null, services: number | null): boolean | null {
  if ((connections ?? 0) > 0 || (services ?? 0) > 0) return true
  return connections === null || services === null ? null : false
}

async function hasProvider({ iam }: Account): Promise<boolean> {
  const { OpenIDConnectProviderList = [] } = await iam.send(new ListOpenIDConnectProvidersCommand({}))
  return OpenIDConnectProviderList.some(({ Arn }) => Arn?.endsWith('/token.actions.githubusercontent.com') === true)
}

async function imageRepositories(account: Account, { imagePrefix }: Asked): Promise<readonly ExistingResource[]> {
  const found: ExistingResource[] = []
  for await (const page of paginateDescribeRepositories({ client: account.ecr }, { maxResults: 1000 })) {
    for (const { repositoryName = '', repositoryArn = '' } of page.repositories ?? []) {
      if (!repositoryName.startsWith(imagePrefix)) continue
      const what = 'ECR repository'
      found.push({ target: 'ecr', what, name: repositoryName, id: repositoryArn, root: null, branch: null, url: null })
    }
  }
  return found
}

/** More services than this are not looked through. */
const mostServices = 50

/** Express Mode services, which run in the cluster `default`, that run an image of this repository. */
async function expressServices({ ecs }: Account, { imagePrefix }: Asked): Promise<readonly ExistingResource[]> {
  const arns: string[] = []
  try {
    const asked = { cluster: 'default', resourceManagementType: 'ECS' as const }
    for await (const page of paginateListServices({ client: ecs }, asked)) arns.push(...(page.serviceArns ?? []))
  } catch (error) {
    if (!isNamed(error, 'ClusterNotFoundException')) throw error
  }
  const found: ExistingResource[] = []
  for (const id of arns.slice(0, mostServices)) {
    const { service } = await ecs.send(new DescribeExpressGatewayServiceCommand({ serviceArn: id }))
    const [active] = service?.activeConfigurations ?? []
    if (service?.status?.statusCode === 'INACTIVE') continue
    if (active?.primaryContainer?.image?.includes(`.amazonaws.com/${imagePrefix}`) !== true) continue
    const url = active.ingressPaths?.[0]?.endpoint ?? null
    const what = 'ECS Express service'
    found.push({ target: 'ecr', what, name: service?.serviceName ?? '', id, root: null, branch: null, url })
  }
  return found
}
