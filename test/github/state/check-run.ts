export const statuses = ['queued', 'in_progress', 'completed'] as const
export const conclusions = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
] as const

export interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: string
  readonly message: string
  readonly title: string | null
}

export interface CheckRun {
  readonly id: number
  readonly suite: number
  name: string
  readonly headSha: string
  status: (typeof statuses)[number]
  conclusion: (typeof conclusions)[number] | null
  externalId: string | null
  detailsUrl: string | null
  startedAt: string | null
  completedAt: string | null
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Annotation[]
}
