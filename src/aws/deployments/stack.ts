import type { Stack } from '@aws-sdk/client-cloudformation'
import type { DeploymentState, Host } from '../../model.ts'
import type { Account } from '../account.ts'
import { stackLink } from '../console.ts'
import { causesOfFailure, describeStack } from '../stacks.ts'
import { isoOf, nothing, type Sight } from './sight.ts'

/** A stack by its name, whose outputs may hold the address. */
export async function seeStack({ stack: name }: Extract<Host, { kind: 'stack' }>, account: Account): Promise<Sight> {
  const stack = await describeStack(account, name)
  return stack === null ? nothing(name) : seeFoundStack(stack, account)
}

/** What a stack tells of its last deployment; of one that failed, its events are read. */
export async function seeFoundStack(stack: Stack, account: Account): Promise<Sight> {
  const { StackId = '', StackName = '', StackStatus = '' } = stack
  const state = stateOf(StackStatus)
  const causes = state === 'failed' ? await causesOfFailure(account, StackName) : null
  const url = stack.Outputs?.find(({ OutputValue = '' }) => /^https:\/\/\S+$/u.test(OutputValue))?.OutputValue ?? null
  const events = stackLink(account, StackId, 'events')
  return {
    ...{ service: StackName, state, url, console: stackLink(account, StackId, 'stackinfo'), logs: events },
    last: { commit: null, at: isoOf(stack.LastUpdatedTime ?? stack.CreationTime), by: null, url: events },
    cause: state !== 'failed' ? null : causes === null || causes.length === 0 ? [StackStatus] : causes,
  }
}

/** A change set that nobody carried out has made nothing. While a stack goes back the outcome is not settled. */
function stateOf(status: string): DeploymentState {
  if (status === 'REVIEW_IN_PROGRESS') return 'none'
  if (status === 'DELETE_COMPLETE' || status === 'DELETE_IN_PROGRESS') return 'removed'
  if (/^(?:CREATE|UPDATE|IMPORT)_COMPLETE(?:_CLEANUP_IN_PROGRESS)?$/u.test(status)) return 'running'
  return status.endsWith('_IN_PROGRESS') ? 'deploying' : 'failed'
}

/** The value of an output; null where the stack has none of that name. */
export function outputOf({ Outputs = [] }: Stack, name: string): string | null {
  return Outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? null
}
