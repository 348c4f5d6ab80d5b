import type { App, CiId } from './app.ts'

/** A CI provider other than GitHub Actions: one file or template holds the pipelines of all apps. */
export type ProviderId = Exclude<CiId, 'github-actions'>

/** The deployment of one app to one environment: lines of bash, run from the root of the repository with the rights of that environment. */
export interface Deployment {
  /** The environment's slug. */
  readonly slug: string
  readonly commands: readonly string[]
  /** Whether it builds an image, and so needs a Docker engine. */
  readonly docker: boolean
  /** Lines that show what would change, for the person who approves; empty: nothing is shown. */
  readonly preview: readonly string[]
}

/** Stacks of feature branches. The commands know the branch as `$BRANCH`. */
export interface FeatureDeployment {
  readonly deploy: readonly string[]
  /** Deletes the stack of `$BRANCH`, without any file of the repository. */
  readonly remove: readonly string[]
  /** Deletes the stacks that did not change for two weeks. */
  readonly sweep: readonly string[]
}

/** One app on its way to AWS, told so that every provider can run it. */
export interface Delivery {
  readonly app: App
  readonly provider: ProviderId
  /** What the jobs need besides the language: the SAM CLI, a Docker engine, the CDK. */
  readonly kind: 'sam' | 'image' | 'cdk'
  /** Commands that install, check, test and build without AWS, by what they do; those that test are left out where only a build is wanted. */
  readonly build: readonly { readonly title: string; readonly command: string; readonly tests: boolean }[]
  /** Folder that the build leaves and every deployment takes; null: each deployment makes or finds what it deploys. */
  readonly artifact: string | null
  /** What every deployment does before it signs in: lines of bash. */
  readonly prepare: readonly string[]
  /** Whether `build` needs a Docker engine. */
  readonly docker: boolean
  /** The architecture of the machines that build. */
  readonly platform: 'linux/amd64' | 'linux/arm64'
  /** Patterns of the files whose change starts the pipeline; empty: every push does. */
  readonly paths: readonly string[]
  readonly deployments: readonly Deployment[]
  readonly feature: FeatureDeployment | null
}
