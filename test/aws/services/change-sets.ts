import type {
  CreateChangeSetInput,
  DescribeChangeSetInput,
  ExecuteChangeSetInput,
} from '@aws-sdk/client-cloudformation'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import { arnOf, type RegionState } from '../state.ts'

/** Change sets, by which the AWS CLI deploys: each is carried out by the operations on stacks. */
export function changeSets(stacks: Service): Service {
  return {
    CreateChangeSet: operation((state, input: CreateChangeSetInput) => {
      const { StackName = '', ChangeSetName = '' } = input
      const id = arnOf(state, 'cloudformation', `changeSet/${ChangeSetName}/${state.world.id()}`)
      state.changeSets.push({ id, name: ChangeSetName, input })
      return { Id: id, StackId: arnOf(state, 'cloudformation', `stack/${StackName}/0`) }
    }),
    DescribeChangeSet: operation((state, { ChangeSetName }: DescribeChangeSetInput) => {
      const { id, name, input } = find(state, ChangeSetName)
      return {
        ...{ ChangeSetId: id, ChangeSetName: name, StackName: input.StackName, Changes: [] },
        ...{ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' },
      }
    }),
    ExecuteChangeSet: operation((state, { ChangeSetName }: ExecuteChangeSetInput, principal) => {
      const { input } = find(state, ChangeSetName)
      const { StackName, TemplateBody, Parameters, Capabilities, Tags, ChangeSetType } = input
      const carriedOut = ChangeSetType === 'CREATE' ? stacks.CreateStack : stacks.UpdateStack
      carriedOut?.(state, { StackName, TemplateBody, Parameters, Capabilities, Tags }, principal)
      return {}
    }),
  }
}

function find({ changeSets: all }: RegionState, name: string | undefined) {
  return findOr(
    all,
    (one) => one.id === name || one.name === name,
    () => new AwsError('ChangeSetNotFound', `ChangeSet [${name}] does not exist`, 404),
  )
}
