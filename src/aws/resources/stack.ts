import {
  CreateStackCommand,
  DeleteStackCommand,
  type Parameter,
  type Stack,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation'
import type { StackResource, Standing } from '../../model.ts'
import { findService, tagsOfService } from '../app-runner.ts'
import { serviceLink, stackLink } from '../console.ts'
import { ensure } from '../ensure.ts'
import { isNamed } from '../refusal.ts'
import { causeOfFailure, describeStack, templateOf } from '../stacks.ts'
import { type Ground, isForeign, type Provisioner, tagList } from './provisioner.ts'

/** A stack of CloudFormation, by its name; a service of the same source outside of it is used instead of making another. */
export const stack: Provisioner<StackResource> = { look, make }

async function look(resource: StackResource, ground: Ground): Promise<Standing> {
  const { account, tags } = ground
  const found = await describeStack(account, resource.name)
  if (found === null) return (await elsewhere(resource, ground)) ?? { state: 'absent' }
  const link = linkOf(found, ground)
  if (isForeign(tagsOf(found), tags)) {
    return { state: 'foreign', what: 'stack', detail: resource.name, link }
  }
  const status = found.StackStatus ?? ''
  if (status.endsWith('_IN_PROGRESS')) return { state: 'working', detail: status, link }
  if (/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/u.test(status)) return compare(resource, found, ground)
  const again = status === 'ROLLBACK_COMPLETE' || status === 'CREATE_FAILED' || status === 'UPDATE_ROLLBACK_COMPLETE'
  return { state: 'failed', detail: (await causeOfFailure(account, resource.name)) ?? status, again, link }
}

/** Whether the stack is as it should be. One that was made by hand is left as it is. */
async function compare(resource: StackResource, found: Stack, ground: Ground): Promise<Standing> {
  const link = linkOf(found, ground)
  const outputs = Object.fromEntries(
    (found.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  )
  const url = resource.urlOutput === null ? null : (outputs[resource.urlOutput] ?? null)
  const own = Object.hasOwn(tagsOf(found), 'cicd:repository')
  const ready: Standing = {
    ...{ state: 'ready', resource: found.StackId ?? resource.name, url, link },
    ...{ how: own ? 'own' : 'adopted', outputs },
  }
  if (!own) return ready
  if ((await templateOf(ground.account, resource.name)).trim() !== resource.template.trim()) {
    return { state: 'different', detail: 'template', link }
  }
  const before = new Map(
    (found.Parameters ?? []).map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]),
  )
  const changed = Object.entries(resource.parameters).find(
    ([name, parameter]) => 'value' in parameter && !parameter.keep && before.get(name) !== parameter.value,
  )
  return changed === undefined ? ready : { state: 'different', detail: changed[0], link }
}

/** A service that builds from the same branch and folder, but was not made by this stack: it serves this environment, unless its tags say another. */
async function elsewhere({ serves }: StackResource, { account, tags }: Ground): Promise<Standing | null> {
  const service = serves === null ? null : await findService(account, serves)
  if (service?.ServiceArn === undefined || service.Status === 'CREATE_FAILED') return null
  const environment = (await tagsOfService(account, service.ServiceArn))['cicd:environment']
  if (environment !== undefined && environment !== tags['cicd:environment']) return null
  const link = serviceLink(account, service.ServiceArn)
  const url = service.ServiceUrl === undefined ? null : `https://${service.ServiceUrl}`
  return { state: 'ready', resource: service.ServiceArn, url, link, how: 'adopted', outputs: {} }
}

async function make(resource: StackResource, standing: Standing, ground: Ground): Promise<void> {
  const { account } = ground
  const { once } = account
  const StackName = resource.name
  if (standing.state === 'failed') {
    const found = await describeStack(account, StackName)
    // After an update that was rolled back the stack lives on, as it was.
    if (found?.StackStatus !== 'UPDATE_ROLLBACK_COMPLETE') {
      await account.cloudformation.send(new DeleteStackCommand({ StackName }))
      return
    }
  }
  if (standing.state === 'absent') {
    await ensure(
      () => describeStack(account, StackName),
      () => once.cloudformation.send(new CreateStackCommand(inputOf(resource, ground, false))),
      account.pauseMs,
    )
    return
  }
  try {
    await once.cloudformation.send(new UpdateStackCommand(inputOf(resource, ground, true)))
  } catch (error) {
    const nothing = isNamed(error, 'ValidationError') && String(error).includes('No updates are to be performed')
    if (!nothing) throw error
  }
}

function inputOf(resource: StackResource, { made, tags }: Ground, update: boolean) {
  const parameters = Object.entries(resource.parameters).map(([ParameterKey, parameter]): Parameter => {
    if ('idOf' in parameter) return { ParameterKey, ParameterValue: made.get(parameter.idOf) ?? '' }
    if (update && parameter.keep) return { ParameterKey, UsePreviousValue: true }
    return { ParameterKey, ParameterValue: parameter.value }
  })
  return {
    StackName: resource.name,
    TemplateBody: resource.template,
    Parameters: parameters,
    Tags: tagList(tags),
    ...(resource.iam ? { Capabilities: ['CAPABILITY_IAM' as const] } : {}),
  }
}

function tagsOf({ Tags = [] }: Stack): Readonly<Record<string, string>> {
  return Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]))
}

function linkOf({ StackId = '' }: Stack, { account }: Ground): string {
  return stackLink(account, StackId, 'stackinfo')
}
