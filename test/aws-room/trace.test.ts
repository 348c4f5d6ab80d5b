import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { catalogue } from '../aws/catalogue.ts'
import { isRecord, problems } from '../aws/schema/check.ts'
import { makeService } from '../aws/services/apprunner.ts'
import { ownAccount, ownRegion } from '../aws/start-aws.ts'
import { treeOf } from '../tree-of.ts'
import { connectOnce, connectToTheEnd, type Given, seeAll, token } from './drive.ts'
import { freshAws, samples } from './scene.ts'

interface Recorded {
  readonly service: string
  readonly operation: string
  readonly input: unknown
}

const folder = mkdtempSync(join(tmpdir(), 'slipway-trace-'))
const tracePath = join(folder, 'trace.jsonl')
let recorded: readonly Recorded[] = []

/** What the product can do in AWS, all of it, with every request recorded. */
beforeAll(async () => {
  for (const sample of Object.values<Given>(samples)) await fromNothing({ ...sample, tracePath })
  await withChanges()
  await withFailures()
  await withARole()
  const lines = readFileSync(tracePath, 'utf8').trim().split('\n')
  recorded = lines.map((line): Recorded => JSON.parse(line))
}, 120_000)

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function fromNothing(given: Given): Promise<void> {
  const aws = await freshAws()
  expect((await connectToTheEnd(aws, given)).kind).toBe('done')
  await seeAll(aws, given)
  await aws.stop()
}

/** What is there is not as it should be, and is changed; a service that a person made is used. */
async function withChanges(): Promise<void> {
  const aws = await freshAws()
  const locked = { ...samples['Amplify with a locked branch'], tracePath }
  await connectToTheEnd(aws, locked)
  for (const app of aws.region().apps) {
    app.app.customRules = []
    for (const { branch } of app.branches.values()) Object.assign(branch, { enableBasicAuth: false })
  }
  await connectToTheEnd(aws, locked)
  const server = { ...samples['ECS Express'], tracePath }
  await connectToTheEnd(aws, server)
  const edited = Object.fromEntries(server.tree.files)
  const stack = aws.region().stacks.find(({ stack }) => stack.StackName === 'cicd-shop-production')
  if (stack !== undefined) stack.template = `${stack.template}# older\n`
  await connectToTheEnd(aws, { ...server, tree: treeOf(edited) })
  await aws.stop()
  await withAServiceByHand()
}

async function withAServiceByHand(): Promise<void> {
  const aws = await freshAws()
  const ConnectionArn = `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/ours/1`
  const ours = { ConnectionName: 'ours', ConnectionArn, ProviderType: 'GITHUB', Status: 'AVAILABLE' } as const
  aws.region().connections.push({ ...ours, tags: {} })
  makeService(aws.region(), {
    ServiceName: 'by-hand',
    SourceConfiguration: {
      AuthenticationConfiguration: { ConnectionArn },
      CodeRepository: {
        RepositoryUrl: 'https://github.com/octo-org/shop',
        SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
        SourceDirectory: '/',
      },
    },
  })
  const given: Given = { ...samples['App Runner'], tracePath }
  await connectToTheEnd(aws, given)
  aws.advance(60_000)
  await seeAll(aws, given)
  // A later deployment fails, and the service goes on as it was.
  const [operation] = aws.region().services[0]?.operations ?? []
  if (operation !== undefined) Object.assign(operation, { Type: 'START_DEPLOYMENT', Status: 'FAILED' })
  await seeAll(aws, given)
  await aws.stop()
}

/** What failed tells why, and is taken away and made again. */
async function withFailures(): Promise<void> {
  const aws = await freshAws()
  Object.assign(aws.world.failing, { service: 'npm ci failed', job: 'npm run build failed', deployment: 'exit code 1' })
  for (const sample of [samples['App Runner'], samples['Amplify with server code'], samples['ECS Express']]) {
    const given: Given = { ...sample, tracePath }
    await connectToTheEnd(aws, given)
    await seeAll(aws, given)
    await connectOnce(aws, given)
  }
  await aws.stop()
}

async function withARole(): Promise<void> {
  const aws = await freshAws()
  const role = `arn:aws:iam::${ownAccount}:role/slipway-connect`
  aws.world.trusted.push({ arn: role, externalId: 'github.com:100:200' })
  const one = { environment: 'production', account: ownAccount, role, externalId: null, region: ownRegion }
  await connectOnce(aws, { ...samples['ECS Express'], tracePath, roles: [one] })
  await aws.stop()
}

/** Clients and operations that the source names, `apprunner:CreateService`. */
function named(): ReadonlySet<string> {
  const files = readdirSync('src/aws', { recursive: true }).map(String)
  const found = new Set<string>(['sts:AssumeRole'])
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join('src/aws', file), 'utf8')
    for (const [, names = '', client = ''] of text.matchAll(/import \{([^}]+)\} from '@aws-sdk\/client-([a-z-]+)'/gu)) {
      for (const [, command, page] of names.matchAll(/\b(?:(\w+)Command|paginate(\w+))\b/gu)) {
        found.add(`${client.replaceAll('-', '')}:${command ?? page}`)
      }
    }
  }
  return found
}

const keyOf = ({ service, operation }: Recorded) => `${service.toLowerCase()}:${operation}`

it('the trace of a run over all paths holds every operation that the source can send, and no other', () => {
  expect([...new Set(recorded.map(keyOf))].toSorted()).toEqual([...named()].toSorted())
})

/** Where requests are signed by another name than that of the client. */
const signedAs: Readonly<Record<string, string>> = { cloudwatchlogs: 'logs' }

it('every recorded input is one of AWS’s own models', () => {
  const wrong = recorded.flatMap((one) => {
    const client = one.service.toLowerCase()
    const operation = catalogue.get(signedAs[client] ?? client)?.operations.get(one.operation)
    if (operation === undefined) return [`${keyOf(one)} is no operation`]
    return problems(one.input, operation.input).map((problem) => `${keyOf(one)} ${problem}`)
  })
  expect([...new Set(wrong)]).toEqual([])
  expect(recorded.length).toBeGreaterThan(100)
})

it('no recorded input holds a secret', () => {
  const secrets = recorded.flatMap(({ input }) => (isRecord(input) ? Object.entries(input) : []))
  const hidden = secrets.filter(([name]) => /secretstring|token$|credentials$/iu.test(name) && name !== 'nextToken')
  expect(hidden.length).toBeGreaterThan(0)
  expect(hidden.filter(([, value]) => value !== '***')).toEqual([])
  expect(JSON.stringify(recorded)).not.toContain(token)
})
