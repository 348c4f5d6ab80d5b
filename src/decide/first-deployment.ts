import type { DeploymentStatus } from '../model.ts'
import { likelyFix } from './likely-fix.ts'

/** How far the first deployment of a commit is, in one environment. */
export type Step =
  /** It answers. */
  | 'in service'
  | 'failed'
  /** It failed, or waits, because a person has something to do in AWS or on GitHub first. */
  | 'blocked'
  | 'under way'
  /** A person has to approve it first. */
  | 'to approve'
  | 'not begun'
  /** Nothing in AWS builds it yet: `connect` makes that. */
  | 'to connect'
  /** Nothing was deployed for this commit, long after it should have been. */
  | 'untouched'
  | 'stopped'
  /** Nobody can say. */
  | 'unseen'

/** What is waited for. `since`: ISO 8601; `patient`: it is early, and what is not there yet may still come. */
export interface Awaited {
  readonly commit: string
  readonly since: string
  readonly patient: boolean
}

/** Steps after which something may still change by itself, or because a person does what the reply asks for. */
const open: ReadonlySet<Step> = new Set(['under way', 'to approve', 'not begun', 'to connect', 'blocked'])

export function isOpen(step: Step): boolean {
  return open.has(step)
}

/** How far one app is on its way into one environment. Pure. */
export function stepOf(status: DeploymentStatus, awaited: Awaited): Step {
  const { state, of } = status
  switch (state) {
    case 'deploying':
      return status.waits === true ? 'to approve' : 'under way'
    case 'running':
      return isOfCommit(status, awaited) ? 'in service' : later(awaited)
    case 'failed':
      return isOfCommit(status, awaited) ? failed(status) : later(awaited)
    case 'paused':
    case 'removed':
      return 'stopped'
    case 'none':
      return of.workflow === null && isSource(status) ? 'to connect' : later(awaited)
    case 'unknown':
      return unknown(status, awaited)
  }
}

/** Where nobody says how it stands, a workflow may still begin, and AWS may answer the next time. */
function unknown({ of, source, silence }: DeploymentStatus, { patient }: Awaited): Step {
  if (silence !== null && typeof silence !== 'string' && passing.has(silence.why)) return 'not begun'
  return source === 'nobody' && of.workflow !== null && patient ? 'not begun' : 'unseen'
}

const passing: ReadonlySet<string> = new Set(['throttled', 'unreachable'])

/** AWS builds it from the repository by itself. */
function isSource({ of: { host } }: DeploymentStatus): boolean {
  return host.kind === 'amplify' || (host.kind === 'apprunner' && host.source !== null)
}

/** The pipeline does not get into AWS as long as nobody has connected the repository. */
function failed({ cause }: DeploymentStatus): Step {
  const fix = likelyFix(cause ?? [])
  return fix === 'signIn' || fix === 'noRole' ? 'blocked' : 'failed'
}

function later({ patient }: Awaited): Step {
  return patient ? 'not begun' : 'untouched'
}

/** Whether the last deployment is of this commit, or of a later one: App Runner does not say which commit it runs. */
export function isOfCommit({ last }: DeploymentStatus, { commit, since }: Pick<Awaited, 'commit' | 'since'>): boolean {
  if (last === null) return false
  if (last.commit === commit) return true
  return last.at !== null && Date.parse(last.at) >= Date.parse(since)
}
