import { parse } from 'yaml'
import { AwsError } from '../http/aws-error.ts'
import { isRecord } from '../schema/check.ts'
import { settleServices } from '../services/apprunner.ts'
import { settleEcs } from '../services/ecs-service.ts'
import type { RegionState, StackState } from '../state.ts'
import { evaluate, type Scope } from './evaluate.ts'
import { makeResource, removeResource, type Wanted } from './make-resource.ts'

/** A template's text as data. Throws `AwsError` for what is none. */
export function readTemplate(text: string): Readonly<Record<string, unknown>> {
  const template: unknown = parse(text)
  if (!isRecord(template) || !isRecord(template.Resources)) {
    throw new AwsError('ValidationError', 'Template format error: At least one Resources member must be defined.')
  }
  return template
}

/** The value of each parameter: what was given, else the default. Throws `AwsError` for an unknown or missing one. */
export function parametersOf(
  template: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const declared = record(template.Parameters)
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(declared, name))
  if (unknown !== undefined)
    throw new AwsError('ValidationError', `Parameters: [${unknown}] do not exist in the template`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, declaration]) => {
      const value = given[name] ?? record(declaration).Default
      if (value === undefined) throw new AwsError('ValidationError', `Parameters: [${name}] must have values`)
      const { AllowedPattern: pattern, AllowedValues: allowed } = record(declaration)
      const fits =
        (typeof pattern !== 'string' || new RegExp(`^(?:${pattern})$`).test(String(value))) &&
        (!Array.isArray(allowed) || allowed.map(String).includes(String(value)))
      if (!fits) throw new AwsError('ValidationError', `Parameter '${name}' must match what the template allows`)
      return [name, String(value)]
    }),
  )
}

/** Notes that the stack itself begins to be made or changed. */
export function begin(
  { world }: RegionState,
  { stack, events }: StackState,
  status: 'CREATE_IN_PROGRESS' | 'UPDATE_IN_PROGRESS',
): void {
  const { StackId, StackName } = stack
  events.unshift({
    ...{ StackId, StackName, EventId: world.id(), Timestamp: new Date(world.now()), ResourceStatus: status },
    ...{ LogicalResourceId: StackName ?? '', PhysicalResourceId: StackId ?? '' },
    ...{ ResourceType: 'AWS::CloudFormation::Stack', ResourceStatusReason: 'User Initiated' },
  })
}

/** Makes what the stack lacks, in an order in which each finds what it refers to; on a failure takes everything away again. */
export function deploy(state: RegionState, stack: StackState): void {
  const template = readTemplate(stack.template)
  const resources = record(template.Resources)
  const open = new Set(Object.keys(resources).filter((id) => !stack.resources.has(id)))
  const conditions = conditionsOf(template, stack, state)
  for (const id of open) {
    const condition = record(resources[id]).Condition
    if (typeof condition === 'string' && conditions.get(condition) !== true) open.delete(id)
  }
  while (open.size > 0) {
    const before = open.size
    for (const logicalId of open) {
      const wanted = tryEvaluate(logicalId, record(resources[logicalId]), scopeOf(state, stack, conditions))
      if (wanted === null) continue
      open.delete(logicalId)
      const reason = make(state, stack, wanted)
      if (reason === null) continue
      rollBack(state, stack, reason)
      return
    }
    if (open.size === before)
      throw new AwsError('ValidationError', `Circular dependency between resources: [${[...open]}]`)
  }
}

/** Where a stack stands by now. */
export function settleStack(state: RegionState, stack: StackState): void {
  const { StackStatus: status } = stack.stack
  if (status === 'DELETE_IN_PROGRESS') return void state.stacks.splice(state.stacks.indexOf(stack), 1)
  if (status !== 'CREATE_IN_PROGRESS' && status !== 'UPDATE_IN_PROGRESS') return
  settleServices(state)
  const ids = new Set([...stack.resources.values()].map(({ id }) => id))
  const services = state.services.filter(({ service }) => ids.has(service.ServiceArn ?? ''))
  if (services.some(({ service }) => service.Status === 'OPERATION_IN_PROGRESS')) return
  const failed = services.find(({ service }) => service.Status === 'CREATE_FAILED')
  if (failed !== undefined) {
    rollBack(state, stack, failed.fails ?? 'failed')
    return
  }
  settleEcs(state)
  const express = new Set(
    state.expressServices.flatMap(({ serviceArn = '' }) => (ids.has(serviceArn) ? serviceArn : [])),
  )
  const [deployment] = state.ecsServices.flatMap(({ service, deployments, fails }) =>
    express.has(service.serviceArn ?? '') ? [{ status: deployments[0]?.status, fails }] : [],
  )
  if (deployment?.status === 'IN_PROGRESS') return
  if (deployment !== undefined && deployment.fails !== null) {
    rollBack(state, stack, deployment.fails)
    return
  }
  const template = readTemplate(stack.template)
  const scope = scopeOf(state, stack, conditionsOf(template, stack, state))
  stack.stack = {
    ...stack.stack,
    StackStatus: status === 'CREATE_IN_PROGRESS' ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE',
    Outputs: Object.entries(record(template.Outputs)).map(([OutputKey, output]) => ({
      OutputKey,
      OutputValue: String(evaluate(record(output).Value, scope)),
    })),
  }
}

function make(state: RegionState, stack: StackState, wanted: Wanted): string | null {
  try {
    stack.resources.set(wanted.logicalId, makeResource(state, wanted, stack))
    return null
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    event(state, stack, wanted.logicalId, wanted.type, 'CREATE_FAILED', error.message)
    return error.message
  }
}

function rollBack(state: RegionState, stack: StackState, reason: string): void {
  // What an update changes is put back; what was there before stays.
  if (stack.stack.StackStatus === 'UPDATE_IN_PROGRESS') {
    stack.stack = { ...stack.stack, StackStatus: 'UPDATE_ROLLBACK_COMPLETE', StackStatusReason: reason }
    return
  }
  if (stack.keeps) {
    stack.stack = { ...stack.stack, StackStatus: 'CREATE_FAILED', StackStatusReason: reason }
    return
  }
  for (const [id, resource] of stack.resources) {
    if (resource.type === 'AWS::AppRunner::Service') event(state, stack, id, resource.type, 'CREATE_FAILED', reason)
    removeResource(state, resource)
  }
  stack.resources.clear()
  stack.stack = { ...stack.stack, StackStatus: 'ROLLBACK_COMPLETE', StackStatusReason: reason }
}

function event(
  { world }: RegionState,
  stack: StackState,
  LogicalResourceId: string,
  ResourceType: string,
  ResourceStatus: 'CREATE_FAILED',
  ResourceStatusReason: string,
): void {
  const { StackId, StackName } = stack.stack
  stack.events.unshift({
    ...{ StackId, StackName, EventId: world.id(), Timestamp: new Date(world.now()) },
    ...{ LogicalResourceId, ResourceType, ResourceStatus, ResourceStatusReason },
  })
}

function tryEvaluate(logicalId: string, resource: Readonly<Record<string, unknown>>, scope: Scope): Wanted | null {
  try {
    const properties = record(evaluate(resource.Properties ?? {}, scope))
    return { logicalId, type: String(resource.Type), properties, retained: resource.DeletionPolicy === 'Retain' }
  } catch {
    return null
  }
}

function conditionsOf(
  template: Readonly<Record<string, unknown>>,
  stack: StackState,
  state: RegionState,
): ReadonlyMap<string, boolean> {
  const scope = scopeOf(state, stack, new Map())
  const all = Object.entries(record(template.Conditions))
  return new Map(all.map(([name, value]) => [name, evaluate(value, scope) === true]))
}

function scopeOf(state: RegionState, stack: StackState, conditions: ReadonlyMap<string, boolean>): Scope {
  const made = new Map<string, string>()
  for (const [logicalId, { id, attributes }] of stack.resources) {
    made.set(logicalId, id)
    for (const [name, value] of Object.entries(attributes)) made.set(`${logicalId}.${name}`, value)
  }
  const pseudo = {
    'AWS::Region': state.region,
    'AWS::AccountId': state.account.id,
    'AWS::Partition': 'aws',
    'AWS::StackName': stack.stack.StackName ?? '',
    'AWS::StackId': stack.stack.StackId ?? '',
    'AWS::URLSuffix': 'amazonaws.com',
  }
  return { parameters: stack.parameters, conditions, made, pseudo }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}
