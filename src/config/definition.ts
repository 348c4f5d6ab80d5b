import type { AccountsWish, Config } from '../model.ts'
import { accounts } from './accounts.ts'
import { type Commanders, commanders } from './commanders.ts'
import { environment, type SaidEnvironment } from './environment.ts'
import { type Field, mapping } from './mapping.ts'
import type { Node } from './node.ts'
import { constant, either, flag, list, type Schema } from './shape.ts'
import { choice, ciId, folder, language, region, targetId } from './values.ts'

type App = Config['apps'][number]

/** Keys that an organisation may lock: what it says of them, repositories cannot change. */
export const lockable = ['lang', 'region', 'apps', 'environments', 'commanders', 'upgrade'] as const
export type Lockable = (typeof lockable)[number]

/** How often the generated files are looked at without a command. */
export const schedules = ['off', 'weekly', 'monthly'] as const

/** Upgrades that come by themselves. */
export interface Upgrade {
  readonly schedule: (typeof schedules)[number]
}

/** What one file says; null where it says nothing. */
export interface Said {
  readonly lang: Config['lang'] | null
  readonly region: string | null
  readonly apps: readonly App[] | null
  readonly environments: readonly SaidEnvironment[] | 'none' | null
  readonly commanders: Commanders | null
  readonly accounts: AccountsWish | null
  readonly upgrade: Upgrade | null
  readonly lock: readonly Lockable[] | null
}

const path: Field<string> = {
  key: 'path',
  about: 'The folder of the app, or `.` for the root.',
  shape: folder,
  needed: true,
}
const target = { key: 'target', about: 'Where the app is delivered to.', shape: targetId } satisfies Field<unknown>
const ci = { key: 'ci', about: 'The system that runs its pipeline.', shape: ciId } satisfies Field<unknown>
const securityHeaders = {
  key: 'securityHeaders',
  about: 'Whether Amplify Hosting sends the usual security headers with every page of the app (`customHttp.yml`).',
  shape: flag,
} satisfies Field<unknown>
const app = mapping([path, target, ci, securityHeaders], (get): App | null => {
  const folder = get(path)
  const rest = { target: get(target), ci: get(ci) }
  const headers = get(securityHeaders)
  return folder === null ? null : { path: folder, ...rest, ...(headers === null ? {} : { securityHeaders: headers }) }
})

const schedule: Field<Upgrade['schedule']> = {
  key: 'schedule',
  about: 'How often. `off`, which is also the default, opens no pull request without a command.',
  shape: choice('schedule', schedules),
  needed: true,
}
const upgrade = mapping([schedule], (get): Upgrade | null => {
  const often = get(schedule)
  return often === null ? null : { schedule: often }
})

const isNone = (node: Node) => node.kind === 'value' && node.value === 'none'

const fields = {
  version: {
    key: 'version',
    about: 'The version of this format.',
    shape: constant(1, ({ config }) => config.onlyVersion),
  } satisfies Field<unknown>,
  lang: {
    key: 'lang',
    about: 'The language of pull requests, replies and checks.',
    shape: language,
  } satisfies Field<unknown>,
  region: { key: 'region', about: 'The AWS region of everything.', shape: region } satisfies Field<unknown>,
  apps: {
    key: 'apps',
    about: 'What is to be done with single apps. Apps that are not named here are found and decided on as usual.',
    shape: list(app),
  } satisfies Field<unknown>,
  environments: {
    key: 'environments',
    about:
      'Where deployments go, lowest impact first. `none`: no GitHub environments, variables of the repository in their place. Left out: one, `production`.',
    shape: either(
      constant('none', () => ''),
      isNone,
      list(environment),
    ),
  } satisfies Field<unknown>,
  commanders: {
    key: 'commanders',
    about: 'Who may give commands. Write access is always needed.',
    shape: commanders,
  } satisfies Field<unknown>,
  accounts: {
    key: 'accounts',
    about: 'From one AWS account to several: what `/cicd accounts` plans.',
    shape: accounts,
  } satisfies Field<unknown>,
  upgrade: {
    key: 'upgrade',
    about:
      'A pull request that brings the generated files up to date, opened without a command when a dated fact passes or the templates are newer.',
    shape: upgrade,
  } satisfies Field<unknown>,
  lock: {
    key: 'lock',
    about: 'Keys that repositories cannot change.',
    shape: list(choice('key', lockable)),
    organisationOnly: true,
  } satisfies Field<unknown>,
}

/** `.github/cicd.yml`, of a repository or of an organisation. */
export const configuration = mapping(Object.values(fields), (get): Said => {
  get(fields.version)
  return {
    lang: get(fields.lang),
    region: get(fields.region),
    apps: get(fields.apps),
    environments: get(fields.environments),
    commanders: get(fields.commanders),
    accounts: get(fields.accounts),
    upgrade: get(fields.upgrade),
    lock: get(fields.lock),
  }
})

/** The JSON Schema of the file, for editors; `schema/cicd.schema.json` holds it. */
export function configSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.github/cicd.yml',
    description: 'Configuration of Slipway, in a repository or in the repository .github of an organisation.',
    ...configuration.schema,
  }
}
