import type { App } from '@aws-sdk/client-amplify'
import type { Service } from '@aws-sdk/client-apprunner'
import { paginateDescribeRepositories } from '@aws-sdk/client-ecr'
import { DescribeExpressGatewayServiceCommand, paginateListServices } from '@aws-sdk/client-ecs'
import type { ExistingResource } from '../model.ts'
import type { Account } from './account.ts'
import { rootOf } from './amplify-apps.ts'
import { sourceOf } from './app-runner.ts'
import { isNamed } from './refusal.ts'

/** The repository that is asked about. */
export interface Asked {
  /** `https://github.com/acme/shop`. */
  readonly repositoryUrl: string
  /** What the names of its ECR repositories begin with: `shop/`. */
  readonly imagePrefix: string
}

/** The App Runner services that build from this repository. */
export function servicesOf(services: readonly Service[], { repositoryUrl }: Asked): readonly ExistingResource[] {
  return services.flatMap((service): ExistingResource[] => {
    const source = sourceOf(service)
    if (source?.repositoryUrl !== repositoryUrl.toLowerCase()) return []
    const { ServiceName: name = '', ServiceArn: id = '', ServiceUrl } = service
    const root = source.directory === '/' ? '.' : source.directory.replace(/^\/|\/$/gu, '')
    const url = ServiceUrl === undefined ? null : `https://${ServiceUrl}`
    return [{ target: 'apprunner', what: 'App Runner service', name, id, root, branch: source.branch, url }]
  })
}

/** The Amplify apps of this repository, which were listed by it. */
export function appsOf(apps: readonly App[]): readonly ExistingResource[] {
  return apps.map((app) => {
    const { name = '', appId: id = '', defaultDomain } = app
    const url = defaultDomain === undefined ? null : `https://${defaultDomain}`
    return { target: 'amplify', what: 'Amplify app', name, id, root: rootOf(app), branch: null, url }
  })
}

/** The ECR repositories with images of this repository. */
export async function imageRepositories(
  account: Account,
  { imagePrefix }: Asked,
): Promise<readonly ExistingResource[]> {
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
export async function expressServices({ ecs }: Account, { imagePrefix }: Asked): Promise<readonly ExistingResource[]> {
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
