import type { TargetId } from './app.ts'
import type { Destination, Refusal, SourceIdentity } from './provision.ts'

/** What runs an app in AWS, by the names under which the files of the pull request make it. */
export type Host =
  | {
      readonly kind: 'amplify'
      readonly name: string
      readonly repositoryUrl: string
      readonly root: string
      readonly branch: string
    }
  /** Of the stack of that name; else, where it is built from source, whichever service builds from the same source. */
  | { readonly kind: 'apprunner'; readonly stack: string; readonly source: SourceIdentity | null }
  /** `images`: how the names of the ECR repositories begin that its image comes from; one of another app is not this app's. */
  | {
      readonly kind: 'express'
      readonly cluster: string
      readonly service: string
      readonly logGroup: string
      readonly images: string
    }
  /** A stack with an ECS service in it, whose outputs name cluster and service. */
  | { readonly kind: 'worker'; readonly stack: string; readonly logGroup: string }
  | { readonly kind: 'stack'; readonly stack: string }
  /** AWS cannot be asked: its name there is not known, or the SDK does not know the product. `name` is what people know it by. */
  | { readonly kind: 'unseen'; readonly name: string }

/** One app in one environment, and where it is to be looked for. Whether anything is there, `DeploymentStatus` says. */
export interface DeliveredApp {
  readonly app: { readonly root: string; readonly name: string }
  readonly target: TargetId
  readonly destination: Destination
  readonly host: Host
  /** What GitHub Actions deploys it by: the path of the workflow and the name of its job; null: AWS or another CI provider builds it. */
  readonly workflow: { readonly path: string; readonly job: string } | null
  /** Whether the default branch holds what delivers it. */
  readonly merged: boolean
}

/**
 * `none`: nothing was deployed yet. `deploying`: the last one is under way. `running`: the last one is in service. `failed`: the last one failed; what was
 * there before may still answer. `removed`: it was there, and is not any more. `unknown`: nobody could say; never a word for "no".
 */
export type DeploymentState = 'none' | 'deploying' | 'running' | 'failed' | 'paused' | 'removed' | 'unknown'

/** One attempt to bring a commit into service. */
export interface LastDeployment {
  /** Full id; null: AWS did not say which. */
  readonly commit: string | null
  /** When it began, ISO 8601 in UTC; null: not told. */
  readonly at: string | null
  /** Login of the person; null: not told. */
  readonly by: string | null
  /** Page about this one deployment: the job in Amplify, the run of the workflow; null: there is none. */
  readonly url: string | null
}

/** How one app stands in one environment, by AWS or by GitHub. All texts are foreign words as they came: mask and tame them before they are shown. */
export interface DeploymentStatus {
  readonly of: DeliveredApp
  /** Name of the service, app, function or stack in AWS, as far as it is known. */
  readonly service: string
  readonly state: DeploymentState
  /** While it is deploying: a person has to approve it first. */
  readonly waits?: true
  readonly last: LastDeployment | null
  /** Where the app answers, with `https://`; null: nowhere, or not known. */
  readonly url: string | null
  /** Page of the AWS console. */
  readonly console: string | null
  /** Page with the logs of the app, or of the build where that is what failed. */
  readonly logs: string | null
  /** Why the last deployment failed, in the words of AWS or GitHub, a few lines at most; null: it did not, or nobody says. */
  readonly cause: readonly string[] | null
  /** Who says so: AWS, or GitHub (its deployments, or the runs of the workflow); `nobody` where both are silent. */
  readonly source: 'aws' | 'github' | 'nobody'
  /** Why AWS did not say: no role or no Region is known for the environment, or what it answered; null: it said, or cannot know. */
  readonly silence: 'no role' | 'no region' | Refusal | null
}
