import type { Lang } from '../text.ts'

/** The repository of a job. `organization`: it belongs to one, not to a person. */
export interface JobRepository {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly organization: boolean
}

/** What every job knows: the thread that its reply stands in. Plain data, so that it can be done later, or in another process. */
export interface ThreadJob {
  /** The delivery that led to it: in every line of the log. */
  readonly delivery: string
  readonly installation: number
  readonly repository: JobRepository
  /** The number of the issue or pull request. */
  readonly issue: number
  /** The language of what people wrote there, where it can be told. */
  readonly lang: Lang | null
}
