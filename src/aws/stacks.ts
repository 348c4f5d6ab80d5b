import {
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Stack,
  type StackEvent,
} from '@aws-sdk/client-cloudformation'
import type { Account } from './account.ts'
import { isNamed } from './refusal.ts'

/** A stack by its name; null where there is none. */
export async function describeStack({ cloudformation }: Account, StackName: string): Promise<Stack | null> {
  try {
    const { Stacks = [] } = await cloudformation.send(new DescribeStacksCommand({ StackName }))
    return Stacks[0] ?? null
  } catch (error) {
    // CloudFormation has no code of its own for this.
    if (isNamed(error, 'ValidationError') && String(error).includes('does not exist')) return null
    throw error
  }
}

/** The text of the template that a stack was last deployed from. */
export async function templateOf({ cloudformation }: Account, StackName: string): Promise<string> {
  const { TemplateBody = '' } = await cloudformation.send(
    new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
  )
  return TemplateBody
}

/** What failed first when a stack failed last, in AWS's words: `Service: Failed to build your application source code`; null: not told. */
export async function causeOfFailure(account: Account, stack: string): Promise<string | null> {
  return (await causesOfFailure(account, stack))[0] ?? null
}

/** More resources that failed are not told of. */
const mostCauses = 3

/** What failed in the last operation of a stack, the first failure first. Of a stack within the stack, what failed there. Empty: not told. */
export async function causesOfFailure(account: Account, stack: string): Promise<readonly string[]> {
  const failed = await failuresOf(account, stack)
  const [first] = failed
  const nested = first?.ResourceType === 'AWS::CloudFormation::Stack' ? (first.PhysicalResourceId ?? '') : ''
  const inner = nested === '' || nested === first?.StackId ? [] : await failuresOf(account, nested)
  return [...inner, ...failed]
    .slice(0, mostCauses)
    .map(({ LogicalResourceId, ResourceStatusReason, ResourceStatus }) => {
      return `${LogicalResourceId}: ${ResourceStatusReason ?? ResourceStatus}`
    })
}

async function failuresOf({ cloudformation }: Account, StackName: string): Promise<readonly StackEvent[]> {
  const { StackEvents = [] } = await cloudformation.send(new DescribeStackEventsCommand({ StackName }))
  // Newest first. The last operation began where the stack itself began to be made or changed.
  const start = StackEvents.findIndex(
    ({ StackId, PhysicalResourceId, ResourceStatus = '' }) =>
      PhysicalResourceId === StackId && /^(?:CREATE|UPDATE|IMPORT)_IN_PROGRESS$/u.test(ResourceStatus),
  )
  return (start === -1 ? StackEvents : StackEvents.slice(0, start))
    .filter(
      ({ ResourceStatus = '', ResourceStatusReason = '' }) =>
        ResourceStatus.endsWith('_FAILED') && !/cancelled/iu.test(ResourceStatusReason),
    )
    .toReversed()
}
