import type { Config, Environment } from '../model.ts'
import { type Texts, textsIn } from '../text.ts'
import { bothOf, type Commanders } from './commanders.ts'
import { type Lockable, lockable, type Said, type Upgrade } from './definition.ts'
import { type AwsRole, accountOf, type SaidEnvironment } from './environment.ts'

/** A role for one environment. Where it comes from is the organisation, always. */
export interface EnvironmentRole extends AwsRole {
  readonly environment: string
  /** Twelve digits. */
  readonly account: string
  /** The environment's own region, or the one for all; null: neither is said. */
  readonly region: string | null
}

/** What holds for a repository. */
export interface Merged {
  readonly config: Config
  /** Null: everyone with write access. */
  readonly commanders: Commanders | null
  readonly roles: readonly EnvironmentRole[]
  readonly upgrade: Upgrade
}

/** What holds where no configuration says otherwise. */
export const defaultConfig: Config = {
  lang: null,
  region: null,
  apps: [],
  environments: null,
  accounts: null,
  notes: [],
}

/**
 * The repository's file over the organisation's, key by key; apps by path, environments by name. A key that the organisation locks is
 * taken from its file alone. Of `commanders` both hold. Roles come from the organisation's file, whatever the repository's says.
 */
export function merge(
  organisation: Said | null,
  repository: Said | null,
  { config: texts }: Texts = textsIn('en'),
): Merged {
  const locked = organisation?.lock ?? []
  const own = repository === null ? null : without(repository, locked)
  const all = environments(organisation, own)
  const region = own?.region ?? organisation?.region ?? defaultConfig.region
  const roles = Array.isArray(all) ? all.flatMap((one) => roleOf(one, region)) : []
  const ignored = repository === null ? [] : locked.filter((key) => repository[key] !== null)
  const config: Config = {
    lang: own?.lang ?? organisation?.lang ?? defaultConfig.lang,
    region,
    apps: byKey(organisation?.apps ?? [], own?.apps ?? [], ({ path }) => path),
    environments: all === 'none' || all === null ? all : all.map(toEnvironment),
    accounts: own?.accounts ?? organisation?.accounts ?? null,
    notes: [
      ...ignored.map(texts.locked),
      ...(Array.isArray(all) ? all.filter(isStray).map(({ name }) => texts.strayRole(name)) : []),
    ],
  }
  const upgrade = own?.upgrade ?? organisation?.upgrade ?? { schedule: 'off' }
  return { config, commanders: bothOf(organisation?.commanders ?? null, own?.commanders ?? null), roles, upgrade }
}

function without(said: Said, locked: readonly Lockable[]): Said {
  return { ...said, ...Object.fromEntries(lockable.filter((key) => locked.includes(key)).map((key) => [key, null])) }
}

/** The repository's list decides which there are; what it leaves open of one is as the organisation has it. */
function environments(organisation: Said | null, own: Said | null): readonly SaidEnvironment[] | 'none' | null {
  const above = organisation?.environments ?? null
  const chosen = own?.environments ?? above
  if (chosen === null || chosen === 'none' || above === null || above === 'none') return chosen
  return chosen.map((one) => over(above.find(({ name }) => name === one.name) ?? null, one))
}

function over(above: SaidEnvironment | null, one: SaidEnvironment): SaidEnvironment {
  return {
    name: one.name,
    account: one.account ?? above?.account ?? null,
    region: one.region ?? above?.region ?? null,
    branch: one.branch ?? above?.branch ?? null,
    approval: one.approval ?? above?.approval ?? null,
    subnets: one.subnets ?? above?.subnets ?? null,
    aws: above?.aws ?? null,
  }
}

function toEnvironment({ name, account, region, branch, approval, subnets }: SaidEnvironment): Environment {
  const where = subnets === null ? {} : { subnets }
  return { name, account, region, branch, approval: approval ?? false, ...where }
}

function roleOf(one: SaidEnvironment, region: string | null): EnvironmentRole[] {
  const { name, aws } = one
  if (aws === null || isStray(one)) return []
  return [{ environment: name, account: accountOf(aws), region: one.region ?? region, ...aws }]
}

/** A repository that moves an environment to another account does not take the organisation's role along. */
function isStray({ account, aws }: SaidEnvironment): boolean {
  return aws !== null && account !== null && account !== accountOf(aws)
}

function byKey<T>(above: readonly T[], own: readonly T[], key: (item: T) => string): readonly T[] {
  const taken = own.map(key)
  return [...own, ...above.filter((item) => !taken.includes(key(item)))]
}
