import type { CommandJob } from './command-job.ts'
import type { FollowJob } from './follow/follow-job.ts'

/** What waits in the queue: a command, or a deployment that is followed. */
export type AppJob = CommandJob | FollowJob
