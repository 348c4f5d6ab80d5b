import type { CreateStackInstancesInput, CreateStackSetInput } from '@aws-sdk/client-cloudformation'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import { regionOf } from '../state.ts'

/** StackSets of an organisation, which make the same stack in each account of a unit. */
export function stackSets(stacks: Service): Service {
  return {
    CreateStackSet: operation((state, input: CreateStackSetInput) => {
      const { StackSetName = '', PermissionModel, AutoDeployment } = input
      if (PermissionModel === 'SERVICE_MANAGED' && AutoDeployment === undefined) {
        throw new AwsError('ValidationError', 'AutoDeployment is required for a SERVICE_MANAGED StackSet')
      }
      state.stackSets.push({ name: StackSetName, input })
      return { StackSetId: `${StackSetName}:${state.world.id()}` }
    }),
    CreateStackInstances: operation((state, asked: CreateStackInstancesInput, principal) => {
      const { StackSetName, DeploymentTargets, Regions = [] } = asked
      const { input } = findOr(
        state.stackSets,
        ({ name }) => name === StackSetName,
        () => new AwsError('StackSetNotFoundException', `StackSet ${StackSetName} not found`, 404),
      )
      const units = DeploymentTargets?.OrganizationalUnitIds ?? []
      const accounts = units.flatMap((unit) => state.world.units.get(unit) ?? [])
      const { TemplateBody, Parameters, Capabilities, Tags } = input
      for (const account of accounts) {
        for (const region of Regions) {
          const StackName = `StackSet-${StackSetName}-${state.world.id()}`
          const there = regionOf(state.world, account, region)
          stacks.CreateStack?.(there, { StackName, TemplateBody, Parameters, Capabilities, Tags }, principal)
        }
      }
      return { OperationId: state.world.id() }
    }),
  }
}
