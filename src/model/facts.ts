import type { AccountsWish } from './accounts.ts'
import type { CiId, TargetId } from './app.ts'
import type { AwsFacts } from './aws.ts'

/** How GitHub forms the OIDC subject of this repository (`GET /repos/{o}/{r}/actions/oidc/customization/sub`). */
export type SubjectFacts =
  | {
      readonly known: true
      readonly useDefault: boolean
      readonly claimKeys: readonly string[]
      /** `sub_claim_prefix`, e.g. `repo:octo@1/app@2`; null where GitHub does not give it. */
      readonly prefix: string | null
      readonly immutable: boolean | null
    }
  | { readonly known: false; readonly why: string }

/** What GitHub, or the local clone, knows of the repository. Null: not known. */
export interface RepositoryFacts {
  readonly host: string
  /** True on GitHub Enterprise Server. */
  readonly enterprise: boolean
  readonly owner: string | null
  readonly name: string
  readonly id: number | null
  readonly ownerId: number | null
  /** ISO 8601. */
  readonly createdAt: string | null
  readonly private: boolean | null
  readonly defaultBranch: string
  readonly subject: SubjectFacts
}

export interface Environment {
  readonly name: string
  readonly account: string | null
  readonly region: string | null
  readonly branch: string | null
  readonly approval: boolean
  /** Ids of the subnets that services of ECS run in; absent: those of the default VPC. */
  readonly subnets?: readonly string[]
}

/** The merged `.github/cicd.yml`. */
export interface Config {
  readonly lang: 'en' | 'ja' | null
  readonly region: string | null
  readonly apps: readonly {
    readonly path: string
    readonly target: TargetId | null
    readonly ci: CiId | null
    /** Whether Amplify sends security headers; absent: a step in the pull request says how. */
    readonly securityHeaders?: boolean
  }[]
  readonly environments: readonly Environment[] | 'none' | null
  /** What `/cicd accounts` is to plan; absent or null: nothing is said of it. */
  readonly accounts?: AccountsWish | null
  /** What people must know of how it came about. */
  readonly notes: readonly string[]
}

/** What the person asked for. */
export interface Request {
  readonly verb: 'setup' | 'plan'
  readonly target: TargetId | null
  /** `.` or a normalised path inside the repository. */
  readonly path: string | null
  readonly ci: CiId | null
  readonly region: string | null
  readonly environment: string | null
  readonly dryRun: boolean
  readonly remove: boolean
  /** Only the apps that were set up before; absent: all of them. */
  readonly settledOnly?: true
  readonly lang: 'en' | 'ja' | null
  /** Who asked, for the pull request: `@login` and a link to the comment; null on the command line. */
  readonly by: { readonly login: string; readonly url: string } | null
}

/** Everything besides the tree that the answer depends on. */
export interface Context {
  readonly repository: RepositoryFacts
  readonly aws: AwsFacts
  readonly config: Config
  readonly request: Request
}
