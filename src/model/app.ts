/** A list that holds at least one item. */
export type Some<T> = readonly [T, ...T[]]

/** One line of proof. `id` is stable over runs (`E1`, `E2` …) once the plan is made; `line` counts from 1. */
export interface Evidence {
  readonly id: string
  readonly path: string
  readonly line: number | null
  readonly says: string
}

export type Kind = 'static' | 'ssr' | 'server' | 'serverless' | 'worker'
export type Language = 'node' | 'python' | 'go' | 'java' | 'ruby' | 'php' | 'dotnet' | 'rust' | 'elixir'
export type TargetId = 'amplify' | 'apprunner' | 'ecr' | 'sam' | 'cdk' | 'lambda-web'
export type CiId = 'github-actions' | 'codepipeline' | 'gitlab' | 'jenkins' | 'bitbucket'

/** `name`: npm, yarn, pnpm, bun, pip, poetry, uv, pipenv, bundler, composer, maven, gradle … `version`: as pinned, else null. */
export interface PackageManager {
  readonly name: string
  readonly version: string | null
}

/** `version` is concrete: a major for Node, Java, .NET; major.minor for the others. `from`: the file that pins it, or `default`. */
export interface Runtime {
  readonly name: string
  readonly version: string
  readonly from: string
}

/** A Dockerfile that builds an app. Paths are relative to the repository. */
export interface Dockerfile {
  readonly path: string
  readonly context: string
  readonly ports: readonly number[]
  /** False for a file that serves development only or cannot be built as it is. */
  readonly usable: boolean
  readonly platform: 'linux/amd64' | 'linux/arm64' | null
  /** The `--target` stage to build, or null for the last. */
  readonly stage: string | null
}

/** A workspace that an app is a member of. */
export interface Workspace {
  /** The folder with the workspace definition, `.` or a path. */
  readonly root: string
  readonly manager: string
  /** Name of the app's own package, for filters. */
  readonly packageName: string | null
  readonly tool: 'turbo' | 'nx' | 'lerna' | 'rush' | null
  /** Folders of workspace packages that the app depends on, directly or not. */
  readonly members: readonly string[]
}

/**
 * A question that the repository leaves open and that changes the outcome.
 * `choices` are commands for a comment, without a leading explanation.
 */
export interface Question {
  readonly text: string
  readonly choices: readonly string[]
  /** YAML to be filled in and put into the issue; absent: nothing. */
  readonly form?: string
}

/** One deployable unit. Commands run in `root` unless they say otherwise. Paths have no leading or trailing slash. */
export interface App {
  readonly root: string
  /** Plain name, `[a-z][a-z0-9-]{0,31}`, unique in the repository: for stacks, services and repositories. */
  readonly name: string
  readonly kind: Kind
  readonly language: Language | null
  readonly framework: string | null
  /** The framework's own major version where it changes what is emitted, e.g. 15 for Next.js 15. */
  readonly frameworkMajor: number | null
  readonly packageManager: PackageManager | null
  readonly runtime: Runtime | null
  readonly install: string | null
  /** Installs what lint and test need besides (development packages); null: `install` brings all. */
  readonly devInstall: string | null
  readonly lint: string | null
  readonly build: string | null
  readonly test: string | null
  /** Published folder, relative to `root`. */
  readonly output: string | null
  /** True when unknown paths must be answered with index.html. */
  readonly spa: boolean
  readonly start: string | null
  readonly port: number | null
  /** Whether the started process listens on $PORT when that is set; null: not known or not applicable. */
  readonly honoursPort: boolean | null
  /** HTTP path that answers 200 when the app is well, where the code shows one. */
  readonly healthPath: string | null
  /** Lockfile that the install command relies on, relative to the repository; null when there is none. */
  readonly lockfile: string | null
  readonly workspace: Workspace | null
  readonly dockerfile: Dockerfile | null
  /** Files of `root` that have the name of one that may be written there (`Dockerfile`, `.dockerignore`), as they are spelt. */
  readonly occupied: readonly string[]
  /** SAM or CloudFormation template, cdk.json, serverless.yml …: the file that defines a serverless app, from the repository root. */
  readonly definition: string | null
  /** Names of environment variables that the app reads. Never values. */
  readonly env: readonly string[]
  /** Databases, stores and system packages it expects: `postgresql`, `redis`, `system package: ffmpeg` …; of where it runs: `websockets`, `ecs`. */
  readonly needs: readonly string[]
  /** Why the app cannot run on a managed runtime and wants an image (`needs ffmpeg`, `Bun`); empty: it can. */
  readonly imageOnly: readonly string[]
  /** Remarks for the reviewer: clashes, end of life, what was left alone. */
  readonly remarks: readonly string[]
  /** What must be answered before anything is written; null: nothing. */
  readonly question: Question | null
  readonly evidence: Some<Evidence>
}

/** A delivery mechanism that the repository already has. */
export interface Existing {
  readonly path: string
  /** `GitHub Actions`, `Vercel`, `Amplify Hosting` … */
  readonly what: string
  /** `ci`: tests only; `deploy`: puts something somewhere; `config`: settings of a hosting product. */
  readonly role: 'ci' | 'deploy' | 'config'
  /** Where it deploys to (`amplify`, `apprunner`, `ecr`, `sam`, `cdk`, `vercel`, `heroku` …), null for `ci`. */
  readonly to: string | null
  /** The app root that it serves, where that can be told. */
  readonly root: string | null
  readonly line: number | null
}

/** What the repository is made of. */
export interface Survey {
  readonly apps: readonly App[]
  readonly existing: readonly Existing[]
  readonly notes: readonly string[]
  /** What the repository is when it holds no app (`a library`, `a GitHub Action` …), with proof; null: not recognised. */
  readonly other: { readonly what: string; readonly evidence: Some<Evidence> } | null
  /** What was looked at, for an answer of "unknown". */
  readonly looked: readonly string[]
  /** A question about the whole repository; null: none. */
  readonly question: Question | null
}
