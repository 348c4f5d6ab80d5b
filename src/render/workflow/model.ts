import type { ActionName } from '../actions.ts'
import type { Comment } from '../yaml.ts'

type Access = 'read' | 'write'
type Values = Readonly<Record<string, string | number | boolean>>

interface StepBase {
  readonly name?: string
  readonly id?: string
  readonly if?: string
  readonly env?: Values
  readonly timeoutMinutes?: number
}

/** A step that uses an action of the table. */
export interface ActionStep extends StepBase {
  readonly uses: ActionName
  readonly with?: Values
}

/** A step that runs commands with `bash`. `run` must hold no expression: pass values by `env` and use "$NAME". */
export interface RunStep extends StepBase {
  readonly run: string
  readonly workingDirectory?: string
}

export type WorkflowStep = ActionStep | RunStep

/** A container beside a job. `options` are Docker's. */
export interface ServiceContainer {
  readonly image: string
  readonly env?: Values
  readonly ports?: readonly string[]
  readonly options?: string
}

export interface Job {
  readonly name?: string
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly runsOn?: string
  /** Name of a GitHub environment. */
  readonly environment?: string | { readonly name: string; readonly url?: string }
  /** What the job's token may do; everything else is forbidden. */
  readonly permissions: Readonly<Record<string, Access>>
  readonly timeoutMinutes: number
  readonly concurrency?: { readonly group: string; readonly cancelInProgress: boolean | string }
  readonly matrix?: Readonly<Record<string, readonly (string | number)[]>>
  readonly services?: Readonly<Record<string, ServiceContainer>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly env?: Values
  /** Folder in which every `run` of the job starts. */
  readonly workingDirectory?: string
  readonly steps: readonly WorkflowStep[]
}

/** An input of `workflow_dispatch`. */
export interface DispatchInput {
  readonly description: string
  readonly required?: boolean
  readonly type: 'string' | 'choice' | 'boolean' | 'environment'
  readonly default?: string | boolean
  readonly options?: readonly string[]
}

/** What starts a workflow. Branches are names (see `branchPattern`), already turned into patterns by the caller. */
export interface Triggers {
  readonly push?: {
    readonly branches?: readonly string[]
    readonly branchesIgnore?: readonly string[]
    readonly paths?: readonly string[]
  }
  readonly pullRequest?: {
    readonly branches?: readonly string[]
    readonly paths?: readonly string[]
    readonly types?: readonly string[]
  }
  readonly delete?: true
  readonly workflowDispatch?: { readonly inputs?: Readonly<Record<string, DispatchInput>> }
}

export interface Workflow {
  readonly name: string
  /** First lines of the file, as a comment. */
  readonly head?: string
  readonly on: Triggers
  readonly concurrency?: { readonly group: string; readonly cancelInProgress: boolean | string }
  readonly env?: Values
  readonly jobs: Readonly<Record<string, Job>>
  readonly comments?: readonly Comment[]
}
