import type { TargetId } from './app.ts'
import type { Host } from './deployment.ts'
import type { Step } from './plan.ts'

/** An environment as far as AWS is concerned. */
export interface Destination {
  readonly environment: string
  /** For names of resources. */
  readonly slug: string
  readonly account: string | null
  readonly region: string | null
  readonly branch: string
  /** The public sees it: it needs a higher role. */
  readonly production: boolean
}

/** A stack's parameter: a value, kept at an update where `keep` is true; or the id that another resource turns out to have. */
export type StackParameter = { readonly value: string; readonly keep: boolean } | { readonly idOf: string }

/** The source that a service is built from: what tells that it is this app's. */
export interface SourceIdentity {
  readonly repositoryUrl: string
  /** From the root of the repository, `/` or `/apps/api`. */
  readonly directory: string
  readonly branch: string
}

/** A rule of an Amplify app. */
export interface CustomRule {
  readonly source: string
  readonly target: string
  readonly status: string
}

/** Something that must be in AWS. `id` names it within its provision, for others that need it. */
export type Resource =
  | { readonly kind: 'connection'; readonly id: string; readonly name: string; readonly repository: string }
  | StackResource
  | AmplifyAppResource
  | { readonly kind: 'password'; readonly id: string; readonly name: string }
  | AmplifyBranchResource
  | { readonly kind: 'amplify-release'; readonly id: string; readonly app: string; readonly branch: string }
  | ParametersResource
  | ExpressServiceResource

/** A stack of CloudFormation; `iam`: it makes roles. `serves`: the source of the App Runner service in it. */
export interface StackResource {
  readonly kind: 'stack'
  readonly id: string
  readonly name: string
  /** Where its template lies in the repository; null: it is no file there. */
  readonly path: string | null
  readonly template: string
  readonly parameters: Readonly<Record<string, StackParameter>>
  readonly iam: boolean
  readonly serves: SourceIdentity | null
  /** The output with the address, or null. */
  readonly urlOutput: string | null
}

export interface AmplifyAppResource {
  readonly kind: 'amplify-app'
  readonly id: string
  readonly name: string
  readonly repositoryUrl: string
  /** The app's folder; `.` is the repository. */
  readonly root: string
  readonly platform: 'WEB' | 'WEB_COMPUTE'
  readonly rules: readonly CustomRule[]
  readonly environment: Readonly<Record<string, string>>
  /** The stack whose output `RoleArn` is the role that writes the logs of server code; null: there is no such code. */
  readonly logs: string | null
}

export interface AmplifyBranchResource {
  readonly kind: 'amplify-branch'
  readonly id: string
  /** Ids of the app and, for a branch that is locked, of its password. */
  readonly app: string
  readonly password: string | null
  readonly branch: string
  readonly stage: 'PRODUCTION' | 'DEVELOPMENT'
  readonly previews: boolean
}

/** Values that only people have, which a service cannot start without. Whether they are there is asked, never what they are. */
export interface ParametersResource {
  readonly kind: 'parameters'
  readonly id: string
  /** The folder that most of them lie in, for people. */
  readonly name: string
  /** Each as `apprunner.yaml` names it: a name in the Parameter Store, or an ARN of it or of Secrets Manager. */
  readonly wanted: readonly { readonly variable: string; readonly from: string }[]
}

/** The settings of an ECS Express Mode service as they lie in the repository, without what each deployment adds. */
export interface ExpressSettings {
  readonly cluster: string
  readonly cpu: string
  readonly memory: string
  /** CloudFormation knows no other than x86-64, which is not named. */
  readonly cpuArchitecture?: 'ARM64'
  readonly healthCheckPath: string
  readonly primaryContainer: {
    readonly containerPort: number | null
    readonly command?: readonly string[]
    readonly environment: readonly { readonly name: string; readonly value: string }[]
  }
  readonly scalingTarget: {
    readonly minTaskCount: number
    readonly maxTaskCount: number
    readonly autoScalingMetric: string
    readonly autoScalingTargetValue: number
  }
}

/**
 * An ECS Express Mode service. It needs an image, so it comes after the first push: whoever is first, its pipeline or `connect`, makes it under one
 * name, and the pipeline changes its image from then on.
 */
export interface ExpressServiceResource {
  readonly kind: 'express-service'
  readonly id: string
  /** Name of the service and of the stack that `connect` makes it by. */
  readonly name: string
  readonly host: Extract<Host, { kind: 'express' }>
  /** The stack whose outputs are its roles, and whether only people can make it. */
  readonly bootstrap: { readonly stack: string; readonly byHand: boolean }
  /** Every parameter below this path becomes a variable of the container. */
  readonly parameters: string
  /** The ECR repository whose newest image it is made from, and how; null: its pipeline alone makes it. */
  readonly starts: { readonly images: string; readonly settings: ExpressSettings } | null
  /** Page of the workflow that pushes the image; null: another CI provider does. */
  readonly workflow: string | null
}

/** Whether the default branch holds the files that a provision rests on. `older`: what an earlier version generated. */
export type Merged = 'merged' | 'absent' | 'older' | 'edited'

/** All that one app needs in one environment, in the order of making. */
export interface Provision {
  readonly app: { readonly root: string; readonly name: string } | null
  readonly target: TargetId | null
  readonly destination: Destination
  readonly resources: readonly Resource[]
  readonly merged: Merged
  /** The first file that is not as it should be. */
  readonly unmerged: string | null
  /** What costs money, in words. */
  readonly costs: readonly string[]
  /** What no API can do, or not with the rights that there are. */
  readonly byHand: readonly Step[]
  /** On each resource that is made. */
  readonly tags: Readonly<Record<string, string>>
}

/** How a resource stands. `detail` is AWS's own words; `link` leads to its console. */
export type Standing =
  | { readonly state: 'absent' }
  | {
      readonly state: 'ready'
      /** ARN or id, for what needs it. */
      readonly resource: string
      readonly url: string | null
      readonly link: string | null
      /** `adopted`: made by someone else, and used. `latest`: the end of what was under way. */
      readonly how: 'own' | 'adopted'
      readonly outputs: Readonly<Record<string, string>>
    }
  | { readonly state: 'different'; readonly detail: string; readonly link: string | null }
  | { readonly state: 'working'; readonly detail: string; readonly link: string | null }
  | {
      readonly state: 'person'
      readonly need: 'handshake' | 'amplify-token' | 'bootstrap' | 'image'
      readonly link: string
    }
  | {
      readonly state: 'person'
      readonly need: 'parameters'
      readonly link: string
      readonly missing: ParametersResource['wanted']
    }
  | {
      readonly state: 'failed'
      readonly detail: string
      /** Whether another try may help: what failed is taken away then. */
      readonly again: boolean
      readonly link: string | null
    }
  | {
      readonly state: 'foreign'
      readonly what: 'stack' | 'service'
      readonly detail: string
      readonly link: string | null
    }
  | { readonly state: 'unknown'; readonly refusal: Refusal }

/** Why AWS did not do what was asked. `action`: as in policies, `apprunner:ListServices`. */
export interface Refusal {
  /** `role`: a role was not to be had; `detail` is the external id that was given. */
  readonly why: 'region' | 'role' | 'denied' | 'throttled' | 'unreachable' | 'credentials' | 'refused'
  readonly action: string
  readonly detail: string
}
