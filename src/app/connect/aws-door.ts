import type { Account, Entered, Entry, Manner } from '../../aws/account.ts'
import type { Mode, Progress } from '../../aws/advance.ts'
import type { Asked } from '../../aws/existing.ts'
import type { Learned } from '../../aws/facts.ts'
import { appendLine } from '../../local/append-line.ts'
import type { DeliveredApp, DeploymentStatus, Provision, RepositoryFacts } from '../../model.ts'
import type { AwsSettings } from '../../settings/aws.ts'

/** The way into AWS. What is behind it is loaded when it is first used: the SDK takes longer to load than a command takes to run. */
export interface AwsDoor {
  /** Whether the credentials of the process itself are for the repositories of this owner. */
  lends(repository: Pick<RepositoryFacts, 'owner' | 'ownerId'>): boolean
  /** Where nothing else names a Region. */
  readonly region: string | null
  /** How long a second of waiting lasts. */
  readonly secondMs: number
  enter(entry: Entry): Promise<Entered>
  facts(account: Account, asked: Asked): Promise<Learned>
  advance(provision: Provision, account: Account, mode: Mode): Promise<readonly Progress[]>
  /** How one app stands in one environment; a refusal of AWS is in the answer. */
  deployment(of: DeliveredApp, account: Account): Promise<DeploymentStatus>
}

/** The door with the operator's settings. `lends` null: as the settings say. */
export function awsDoor(
  settings: AwsSettings,
  manner: Partial<Manner> = {},
  lends: AwsDoor['lends'] = lendsTo(settings.owners),
): AwsDoor {
  const { tracePath, amplifyToken, region } = settings
  const trace: Manner['trace'] = tracePath === null ? null : (traced) => appendLine(tracePath, JSON.stringify(traced))
  return {
    ...{ lends, region, secondMs: manner.secondMs ?? 1000 },
    enter: async (entry) => {
      const { enter, usualManner } = await import('../../aws/account.ts')
      return enter(entry, { ...usualManner, ...manner, trace })
    },
    facts: async (account, asked) => (await import('../../aws/facts.ts')).awsFacts(account, asked),
    advance: async (provision, account, mode) =>
      (await import('../../aws/advance.ts')).advance(provision, account, mode, amplifyToken),
    deployment: async (of, account) => (await import('../../aws/deployment.ts')).readDeployment(of, account),
  }
}

function lendsTo(owners: AwsSettings['owners']): AwsDoor['lends'] {
  return ({ owner, ownerId }) =>
    (owner !== null && owners.includes(owner.toLowerCase())) || (ownerId !== null && owners.includes(String(ownerId)))
}
