import {
  DescribeServiceCommand,
  ListTagsForResourceCommand,
  paginateListConnections,
  paginateListServices,
  type Service,
} from '@aws-sdk/client-apprunner'
import type { SourceConnection, SourceIdentity } from '../model.ts'
import type { Account } from './account.ts'

/** More services than this in one Region are not looked through. */
const mostServices = 100

/** The connections of the Region, to GitHub and to others. */
export async function listConnections({ apprunner }: Account): Promise<readonly SourceConnection[]> {
  const found: SourceConnection[] = []
  for await (const page of paginateListConnections({ client: apprunner }, {})) {
    for (const { ConnectionName, ConnectionArn, ProviderType, Status } of page.ConnectionSummaryList ?? []) {
      if (ProviderType === undefined || ConnectionArn === undefined || Status === undefined) continue
      found.push({ name: ConnectionName ?? '', arn: ConnectionArn, provider: ProviderType, status: Status })
    }
  }
  return found
}

/** The services of the Region that are built from source or from an image, in full. */
export async function listServices({ apprunner }: Account): Promise<readonly Service[]> {
  const arns: string[] = []
  for await (const page of paginateListServices({ client: apprunner }, {})) {
    arns.push(...(page.ServiceSummaryList ?? []).flatMap(({ ServiceArn }) => ServiceArn ?? []))
    if (arns.length >= mostServices) break
  }
  const services: Service[] = []
  for (const ServiceArn of arns.slice(0, mostServices)) {
    const { Service: service } = await apprunner.send(new DescribeServiceCommand({ ServiceArn }))
    if (service !== undefined && service.Status !== 'DELETED') services.push(service)
  }
  return services
}

/** Where a service is built from; null for an image. Addresses are compared in lower case, as GitHub does. */
export function sourceOf({ SourceConfiguration }: Service): SourceIdentity | null {
  const code = SourceConfiguration?.CodeRepository
  if (code?.RepositoryUrl === undefined) return null
  return {
    repositoryUrl: code.RepositoryUrl.toLowerCase().replace(/(?:\.git)?\/?$/u, ''),
    directory: code.SourceDirectory ?? '/',
    branch: code.SourceCodeVersion?.Value ?? '',
  }
}

/** A service that follows this very branch and folder of the repository; null where there is none. */
export async function findService(account: Account, source: SourceIdentity): Promise<Service | null> {
  return serviceFor(await listServices(account), source)
}

/** The one of these services that follows this very branch and folder of the repository; null where there is none. */
export function serviceFor(services: readonly Service[], source: SourceIdentity): Service | null {
  const wanted = { ...source, repositoryUrl: source.repositoryUrl.toLowerCase() }
  return (
    services.find((service) => {
      const found = sourceOf(service)
      return (
        found?.repositoryUrl === wanted.repositoryUrl &&
        found.directory === wanted.directory &&
        found.branch === wanted.branch
      )
    }) ?? null
  )
}

/** The tags of a service. */
export async function tagsOfService({ apprunner }: Account, arn: string): Promise<Readonly<Record<string, string>>> {
  const { Tags = [] } = await apprunner.send(new ListTagsForResourceCommand({ ResourceArn: arn }))
  return Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]))
}
