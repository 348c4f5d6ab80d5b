import type { Entry } from '../../aws/account.ts'
import { accountOf } from '../../config/environment.ts'
import type { EnvironmentRole } from '../../config/merge.ts'
import type { Destination, RepositoryFacts } from '../../model.ts'
import type { AwsDoor } from './aws-door.ts'

/** Why there is no way into AWS for an environment. */
export type NoEntry = 'no role' | 'no region'

/** Who asks, for the name of the session in AWS's own log. */
export interface Asking {
  readonly verb: string
  /** The comment, or another number that leads to what was asked. */
  readonly number: number
  /** False: the session may only read, whatever the role allows. */
  readonly write: boolean
}

/** The repository, and the roles that its organisation has for it. */
export interface Whose {
  readonly repository: Omit<RepositoryFacts, 'subject'>
  readonly roles: readonly EnvironmentRole[]
}

/**
 * The way into the account of an environment, or why there is none: the role that the organisation's configuration has for it, else the
 * credentials of the process where the operator lends them to this owner. What a repository says by itself opens nothing.
 */
export function entryFor(
  door: AwsDoor,
  { repository, roles }: Whose,
  { environment, account, region: own }: Pick<Destination, 'environment' | 'account' | 'region'>,
  { verb, number, write }: Asking,
): Entry | NoEntry {
  const role = roles.find((one) => one.environment === environment) ?? null
  if (role === null && !door.lends(repository)) return 'no role'
  const region = own ?? role?.region ?? door.region
  if (region === null && role !== null) return 'no region'
  return {
    region,
    account: role === null ? account : accountOf(role),
    role: role?.role ?? null,
    externalId: externalIdOf(repository, role?.externalId ?? null),
    session: `slipway-${verb}-${repository.id ?? 'local'}-${number}`.slice(0, 64),
    write,
  }
}

/**
 * What the trust policies of the roles ask for: `github.com:111:222`, of host, number of the owner and number of the repository, which no rename
 * and no new owner of a name can take over. An id that the configuration names stands in for the repository's number, never for the owner's: so
 * another organisation cannot ask for it, since numbers come from GitHub (the confused deputy,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html, read 2026-11).
 */
export function externalIdOf({ host, ownerId, id }: Whose['repository'], named: string | null): string {
  return `${host}:${ownerId ?? 0}:${named ?? id ?? 0}`
}
