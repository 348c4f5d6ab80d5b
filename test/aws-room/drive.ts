import { type AwsDoor, awsDoor } from '../../src/app/connect/aws-door.ts'
import { entryFor } from '../../src/app/connect/entry.ts'
import { knownAccount } from '../../src/app/connect/known-account.ts'
import { type ConnectAsk, type ConnectResult, runConnect } from '../../src/app/connect/run-connect.ts'
import { deliveredApps } from '../../src/decide/delivered-apps.ts'
import type { Config, Context, DeploymentStatus, Tree } from '../../src/model.ts'
import { pushImage } from '../aws/services/ecr.ts'
import type { Aws } from '../aws/start-aws.ts'
import { sampleContext } from '../sample-app.ts'

/** A repository and how it is connected. */
export interface Given {
  readonly tree: Tree
  readonly config?: Partial<Config>
  readonly token?: string
  readonly target?: Context['request']['target']
  readonly environment?: string | null
  /** How often the SDK tries; default 1. */
  readonly attempts?: number
  /** The file that every request is recorded in. */
  readonly tracePath?: string
  /** The roles of the organisation. */
  readonly roles?: ConnectAsk['roles']
}

export const token = 'an administrator’s token'

/** The door and what is known of the repository and its account, as a command finds them. */
export async function known(aws: Aws, given: Given): Promise<{ readonly door: AwsDoor; readonly context: Context }> {
  const { config = {}, attempts = 1, target = null, environment = null, tracePath = null, roles = [] } = given
  const settings = { owners: ['octo-org'], tracePath, region: aws.env.AWS_REGION, amplifyToken: token }
  const door = awsDoor(settings, { attempts, pauseMs: 1, secondMs: 1 })
  const context = sampleContext({ config, request: { target, environment } })
  const whose = { repository: context.repository, roles }
  const asking = { verb: 'look', number: 7, write: false }
  const question = { config: context.config, request: context.request, onRefusal: () => undefined, asking }
  return { door, context: { ...context, aws: await knownAccount(door, whose, question) } }
}

/** One run of `connect`, as a comment or a follow-up starts it. */
export async function connectOnce(aws: Aws, given: Given, how: Partial<ConnectAsk> = {}): Promise<ConnectResult> {
  const { tree, roles = [] } = given
  return runConnect({
    ...{ tree, roles, ...(await known(aws, given)) },
    ...{ yes: true, shown: null, follows: false, production: true, number: 7, command: '/cicd connect', ...how },
  })
}

/** How everything of the repository stands, as `status` asks for it. */
export async function seeAll(aws: Aws, given: Given): Promise<readonly DeploymentStatus[]> {
  const { door, context } = await known(aws, given)
  const seen: DeploymentStatus[] = []
  for (const of of deliveredApps(given.tree, context)) {
    const { environment, account, region } = of.destination
    const asking = { verb: 'status', number: 7, write: false }
    const whose = { repository: context.repository, roles: given.roles ?? [] }
    const entry = entryFor(door, whose, { environment, account, region }, asking)
    const way = typeof entry === 'string' ? null : await door.enter(entry)
    if (way?.ok === true) seen.push(await door.deployment(of, way.account))
  }
  return seen
}

/** Runs and runs again, as the app and the people around it do, until everything is there; gives the last result. */
export async function connectToTheEnd(aws: Aws, given: Given): Promise<ConnectResult> {
  let result = await connectOnce(aws, given)
  for (let run = 0; run < 12 && result.kind !== 'done'; run += 1) {
    act(aws)
    result = await connectOnce(aws, given, { follows: result.kind !== 'stopped' })
  }
  return result
}

/** What people and pipelines do meanwhile: the handshake, the first push of an image; and a minute goes by. */
export function act(aws: Aws): void {
  const region = aws.region()
  for (const connection of region.connections) connection.Status = 'AVAILABLE'
  for (const { repositoryName = '' } of region.repositories) {
    if (!region.imageDetails.some((image) => image.repositoryName === repositoryName)) {
      pushImage(region, repositoryName, 'a'.repeat(40))
    }
  }
  aws.advance(60_000)
}

/** How many there are of everything that could be made twice. */
export function holdings(aws: Aws): Readonly<Record<string, number>> {
  const { connections, services, apps, stacks, secrets, repositories, expressServices, account } = aws.region()
  const branches = apps.flatMap((app) => [...app.branches.values()])
  return {
    connections: connections.length,
    services: services.length,
    stacks: stacks.length,
    apps: apps.length,
    branches: branches.length,
    jobs: branches.flatMap(({ jobs }) => jobs).length,
    secrets: secrets.length,
    repositories: repositories.length,
    expressServices: expressServices.length,
    providers: account.providers.length,
  }
}
