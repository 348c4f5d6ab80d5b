import {
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Stack,
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
export async function causeOfFailure({ cloudformation }: Account, StackName: string): Promise<string | null> {
  const { StackEvents = [] } = await cloudformation.send(new DescribeStackEventsCommand({ StackName }))
  const failed = StackEvents.filter(
    ({ ResourceStatus = '', ResourceStatusReason = '' }) =>
      ResourceStatus.endsWith('_FAILED') && !/cancelled/iu.test(ResourceStatusReason),
  )
  // Newest first: the one that brought the others down is the oldest.
  const first = failed.at(-1)
  return first === undefined
    ? null
    : `${first.LogicalResourceId}: ${first.ResourceStatusReason ?? first.ResourceStatus}`
}
