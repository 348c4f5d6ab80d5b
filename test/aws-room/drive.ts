import { awsDoor } from '../../src/app/connect/aws-door.ts'
import { knownAccount } from '../../src/app/connect/known-account.ts'
import { type ConnectAsk, type ConnectResult, runConnect } from '../../src/app/connect/run-connect.ts'
import type { Config, Context, Tree } from '../../src/model.ts'
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
}

export const token = 'an administrator’s token'

/** One run of `connect`, as a comment or a follow-up starts it. */
export async function connectOnce(
  aws: Aws,
  { tree, config = {}, attempts = 1, target = null, environment = null }: Given,
  how: Partial<ConnectAsk> = {},
): Promise<ConnectResult> {
  const settings = { owners: ['octo-org'], tracePath: null, region: aws.env.AWS_REGION, amplifyToken: token }
  const door = awsDoor(settings, { attempts, pauseMs: 1, secondMs: 1 })
  const known = sampleContext({ config, request: { target, environment } })
  const account = await knownAccount(
    door,
    { repository: known.repository, roles: [] },
    {
      ...{ config: known.config, request: known.request, onRefusal: () => undefined },
      asking: { verb: 'look', number: 7, write: false },
    },
  )
  const context: Context = { ...known, aws: account }
  return runConnect({
    ...{ tree, context, door, roles: [], yes: true, shown: null, follows: false, production: true, number: 7 },
    ...{ command: '/cicd connect', ...how },
  })
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
