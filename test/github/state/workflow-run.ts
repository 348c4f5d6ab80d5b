import type { Account } from './account.ts'
import type { Annotation, conclusions } from './check-run.ts'

type Conclusion = (typeof conclusions)[number]

export interface WorkflowStep {
  readonly name: string
  readonly conclusion: Conclusion | null
}

/** A job; `conclusion` null: it runs, or waits where `waiting` is true. */
export interface WorkflowJob {
  readonly id: number
  readonly name: string
  conclusion: Conclusion | null
  readonly waiting: boolean
  readonly startedAt: string
  readonly steps: readonly WorkflowStep[]
  /** What the job says about itself, as `::error::` does: the annotations of its check run, which has the job's id. */
  readonly annotations: readonly Annotation[]
}

export interface WorkflowRun {
  readonly id: number
  readonly path: string
  readonly name: string
  readonly number: number
  readonly event: string
  readonly headBranch: string
  readonly headSha: string
  readonly actor: Account
  readonly createdAt: string
  readonly jobs: readonly WorkflowJob[]
}
