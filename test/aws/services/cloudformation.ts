import type {
  CreateStackInput,
  DeleteStackInput,
  DescribeStackEventsInput,
  DescribeStackResourcesInput,
  DescribeStacksInput,
  GetTemplateInput,
  Parameter,
  UpdateStackInput,
} from '@aws-sdk/client-cloudformation'
import { begin, deploy, parametersOf, readTemplate, settleStack } from '../cloudformation/deploy.ts'
import { removeResource } from '../cloudformation/make-resource.ts'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import { arnOf, type RegionState, type StackState } from '../state.ts'
import { changeSets } from './change-sets.ts'
import { stackSets } from './stack-sets.ts'

function find(state: RegionState, name: string | undefined): StackState {
  for (const stack of [...state.stacks]) settleStack(state, stack)
  return findOr(
    state.stacks,
    ({ stack }) => stack.StackName === name || stack.StackId === name,
    () => new AwsError('ValidationError', `Stack with id ${name} does not exist`),
  )
}

function given(
  parameters: readonly Parameter[],
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    parameters.map(({ ParameterKey = '', ParameterValue = '', UsePreviousValue }) => [
      ParameterKey,
      UsePreviousValue === true ? (before[ParameterKey] ?? '') : ParameterValue,
    ]),
  )
}

function requireCapability(template: string, capabilities: readonly string[]): void {
  const needs = /^ +RoleName:/mu.test(template) ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'
  const has = capabilities.includes('CAPABILITY_NAMED_IAM') || capabilities.includes(needs)
  if (template.includes('AWS::IAM::Role') && !has) {
    throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${needs}]`)
  }
}

const shown = (parameters: Readonly<Record<string, string>>): Parameter[] =>
  Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))

const stacks: Service = {
  CreateStack: operation((state, input: CreateStackInput) => {
    const { StackName = '', TemplateBody = '', Parameters = [], Tags = [], Capabilities = [] } = input
    const there = state.stacks.find(({ stack }) => stack.StackName === StackName)
    if (there !== undefined) {
      if (there.token !== null && there.token === input.ClientRequestToken) return { StackId: there.stack.StackId }
      throw new AwsError('AlreadyExistsException', `Stack [${StackName}] already exists`)
    }
    requireCapability(TemplateBody, Capabilities)
    const parameters = parametersOf(readTemplate(TemplateBody), given(Parameters))
    const StackId = arnOf(state, 'cloudformation', `stack/${StackName}/${state.world.id()}`)
    const stack: StackState = {
      stack: {
        ...{ StackName, StackId, StackStatus: 'CREATE_IN_PROGRESS', CreationTime: new Date(state.world.now()) },
        ...{ Tags, Capabilities, Parameters: shown(parameters) },
      },
      template: TemplateBody,
      parameters,
      events: [],
      resources: new Map(),
      keeps: input.OnFailure === 'DO_NOTHING' || input.DisableRollback === true,
      token: input.ClientRequestToken ?? null,
    }
    state.stacks.push(stack)
    begin(state, stack, 'CREATE_IN_PROGRESS')
    deploy(state, stack)
    return { StackId }
  }),
  UpdateStack: operation((state, input: UpdateStackInput) => {
    const found = find(state, input.StackName)
    const status = found.stack.StackStatus ?? ''
    if (!/_COMPLETE$/.test(status) || status === 'ROLLBACK_COMPLETE') {
      throw new AwsError('ValidationError', `Stack is in ${status} state and can not be updated.`)
    }
    const template = input.UsePreviousTemplate === true ? found.template : (input.TemplateBody ?? '')
    requireCapability(template, input.Capabilities ?? [])
    const parameters = parametersOf(readTemplate(template), given(input.Parameters ?? [], found.parameters))
    if (template === found.template && JSON.stringify(parameters) === JSON.stringify(found.parameters)) {
      throw new AwsError('ValidationError', 'No updates are to be performed.')
    }
    Object.assign(found, { template, parameters })
    const LastUpdatedTime = new Date(state.world.now())
    found.stack = { ...found.stack, StackStatus: 'UPDATE_IN_PROGRESS', LastUpdatedTime, Parameters: shown(parameters) }
    begin(state, found, 'UPDATE_IN_PROGRESS')
    if (input.Tags !== undefined) found.stack.Tags = input.Tags
    deploy(state, found)
    return { StackId: found.stack.StackId }
  }),
  DeleteStack: operation((state, { StackName }: DeleteStackInput) => {
    const found = state.stacks.find(({ stack }) => stack.StackName === StackName || stack.StackId === StackName)
    if (found === undefined) return undefined
    for (const resource of found.resources.values()) removeResource(state, resource)
    found.resources.clear()
    found.stack = { ...found.stack, StackStatus: 'DELETE_IN_PROGRESS' }
    return undefined
  }),
  DescribeStacks: operation((state, { StackName }: DescribeStacksInput) => {
    if (StackName !== undefined) return { Stacks: [find(state, StackName).stack] }
    for (const stack of [...state.stacks]) settleStack(state, stack)
    return { Stacks: state.stacks.map(({ stack }) => stack) }
  }),
  DescribeStackEvents: operation((state, { StackName }: DescribeStackEventsInput) => ({
    StackEvents: find(state, StackName).events,
  })),
  DescribeStackResources: operation((state, { StackName }: DescribeStackResourcesInput) => ({
    StackResources: [...find(state, StackName).resources].map(([LogicalResourceId, { id, type }]) => ({
      ...{ LogicalResourceId, PhysicalResourceId: id, ResourceType: type },
      ...{ Timestamp: new Date(state.world.now()), ResourceStatus: 'CREATE_COMPLETE' },
    })),
  })),
  GetTemplate: operation((state, { StackName }: GetTemplateInput) => ({
    TemplateBody: find(state, StackName).template,
  })),
}

export const cloudformation: Service = { ...stacks, ...changeSets(stacks), ...stackSets(stacks) }
