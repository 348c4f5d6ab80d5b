import type { CommandJob } from './command-job.ts'
import type { FollowJob } from './follow/follow-job.ts'
import type { ScheduleJob } from './upgrade/schedule-job.ts'

/** What has a thread: a command, or a deployment that is followed. */
export type AppJob = CommandJob | FollowJob

/** What waits in the queue. */
export type QueuedJob = AppJob | ScheduleJob
