import type { App, Branch, Job } from '@aws-sdk/client-amplify'
import type { Connection, OperationSummary, Service } from '@aws-sdk/client-apprunner'
import type { CreateChangeSetInput, CreateStackSetInput, Stack, StackEvent } from '@aws-sdk/client-cloudformation'
import type { Image, ImageDetail, Repository } from '@aws-sdk/client-ecr'
import type {
  Cluster,
  ECSExpressGatewayService,
  Service as EcsService,
  ServiceDeployment,
  Task,
} from '@aws-sdk/client-ecs'
import type { OpenIDConnectProviderListEntry, Role } from '@aws-sdk/client-iam'

/** What AWS gives back, with what it remembers besides; tags by key. */
export interface Tagged {
  tags: Record<string, string>
}

export interface ServiceState extends Tagged {
  service: Service
  operations: OperationSummary[]
  /** What App Runner writes to its log of the service. */
  events: { readonly timestamp: number; readonly message: string }[]
  readyAt: number
  /** Why the first build fails; null: it does not. */
  fails: string | null
}

export interface JobState {
  job: Job
  readyAt: number
  fails: string | null
}

export interface BranchState {
  branch: Branch
  jobs: JobState[]
}

export interface AppState {
  app: App
  branches: Map<string, BranchState>
}

export interface StackState {
  stack: Stack
  template: string
  parameters: Record<string, string>
  events: StackEvent[]
  /** Physical ids by logical id, in the order of making. */
  resources: Map<string, StackResource>
  /** Whether what was made stays where something fails. */
  readonly keeps: boolean
  token: string | null
}

/** Changes of a stack that wait to be carried out. */
export interface ChangeSetState {
  readonly id: string
  readonly name: string
  readonly input: CreateChangeSetInput
}

/** A template for many accounts. */
export interface StackSetState {
  readonly name: string
  readonly input: CreateStackSetInput
}

export interface StackResource {
  readonly type: string
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
  readonly retained: boolean
}

/** A service of ECS with its deployments, newest first. */
export interface EcsServiceState {
  service: EcsService
  deployments: ServiceDeployment[]
  /** Tasks that stopped, newest first. */
  stopped: Task[]
  readyAt: number
  /** Why the newest deployment fails; null: it does not. */
  fails: string | null
}

/** A parameter of the Parameter Store. */
export interface ParameterState {
  readonly name: string
  readonly type: 'String' | 'SecureString'
}

export interface SecretState extends Tagged {
  readonly name: string
  readonly arn: string
  value: string
}

/** One account: what is not bound to a Region. */
export interface AccountState {
  readonly id: string
  readonly roles: Map<string, Role>
  readonly providers: OpenIDConnectProviderListEntry[]
}

/** One Region of one account. */
export interface RegionState {
  readonly account: AccountState
  readonly region: string
  readonly world: World
  readonly connections: (Connection & Tagged)[]
  readonly services: ServiceState[]
  readonly apps: AppState[]
  readonly stacks: StackState[]
  readonly changeSets: ChangeSetState[]
  readonly stackSets: StackSetState[]
  readonly secrets: SecretState[]
  readonly repositories: Repository[]
  readonly images: Image[]
  readonly clusters: Cluster[]
  readonly expressServices: ECSExpressGatewayService[]
  readonly ecsServices: EcsServiceState[]
  readonly imageDetails: ImageDetail[]
  readonly parameters: ParameterState[]
}

/** How long things take, in milliseconds of the world's clock; 0: done at the next look. */
export interface Durations {
  service: number
  job: number
  /** A deployment of ECS. */
  deployment: number
}

/** Why things fail that are started from now on; null: they do not. */
export interface Failing {
  service: string | null
  job: string | null
  deployment: string | null
  /** A stack fails at its first resource of this type. */
  resource: { readonly type: string; readonly reason: string } | null
}

/** A role that may be assumed, with the external id that its trust policy asks for; `*` stands for any text in it. */
export interface TrustedRole {
  readonly arn: string
  readonly externalId: string | null
}

/** All that the server holds. */
export interface World {
  readonly regions: Map<string, RegionState>
  readonly accounts: Map<string, AccountState>
  /** Access keys to the principal that they belong to. */
  readonly keys: Map<string, { readonly account: string; readonly arn: string }>
  readonly trusted: TrustedRole[]
  /** Accounts of an organisation's units. */
  readonly units: Map<string, readonly string[]>
  readonly durations: Durations
  readonly failing: Failing
  /** Access tokens of GitHub that Amplify takes: those of the repository's admins. */
  readonly tokens: Set<string>
  now(): number
  /** The next free number, as text. */
  id(): string
}

/** The state of a Region, made when first named. */
export function regionOf(world: World, account: string, region: string): RegionState {
  const key = `${account}/${region}`
  const there = world.regions.get(key)
  if (there !== undefined) return there
  const state: RegionState = {
    account: accountOf(world, account),
    region,
    world,
    connections: [],
    services: [],
    apps: [],
    stacks: [],
    changeSets: [],
    stackSets: [],
    secrets: [],
    repositories: [],
    images: [],
    clusters: [],
    expressServices: [],
    ecsServices: [],
    imageDetails: [],
    parameters: [],
  }
  world.regions.set(key, state)
  return state
}

function accountOf(world: World, id: string): AccountState {
  const there = world.accounts.get(id)
  if (there !== undefined) return there
  const account: AccountState = { id, roles: new Map(), providers: [] }
  world.accounts.set(id, account)
  return account
}

export function arnOf(state: RegionState, service: string, resource: string): string {
  return `arn:aws:${service}:${state.region}:${state.account.id}:${resource}`
}
