import type { Logger } from 'probot'
import type { GitHub } from '../../github/connect.ts'
import type { Added, Job } from '../../queue.ts'
import type { AwsDoor } from '../connect/aws-door.ts'
import type { Core } from '../look.ts'
import type { ScheduleJob } from './schedule-job.ts'

/** What the schedule works with. */
export interface ScheduleParts {
  readonly github: GitHub
  readonly core: Core
  readonly aws: AwsDoor
  readonly log: Logger
  readonly add: (job: Job<ScheduleJob>) => Promise<Added>
}
