import { CreateStackCommand, DeleteStackCommand } from '@aws-sdk/client-cloudformation'
import type { ExpressServiceResource, Standing } from '../../model.ts'
import type { Account } from '../account.ts'
import { consoleLink, stackLink } from '../console.ts'
import { seeExpress } from '../deployments/ecs.ts'
import type { Sight } from '../deployments/sight.ts'
import { outputOf } from '../deployments/stack.ts'
import { ensure } from '../ensure.ts'
import { expressTemplate } from '../express-template.ts'
import { newestImage } from '../newest-image.ts'
import { parametersIn } from '../parameter-store.ts'
import { causeOfFailure, describeStack } from '../stacks.ts'
import { type Ground, isForeign, type Provisioner, tagList } from './provisioner.ts'

/**
 * An ECS Express Mode service. What counts is the service of that name, whoever made it; where there is none and an image was pushed, a stack of the same
 * name makes it. The stack keeps a service whose first deployment failed, with its logs: the next push mends it, and its name stays free of one that is
 * still being taken away.
 */
export const expressService: Provisioner<ExpressServiceResource> = { look, make }

async function look(resource: ExpressServiceResource, ground: Ground): Promise<Standing> {
  const { account } = ground
  const sight = await seeExpress(resource.host, account)
  const seen = standingOf(sight)
  if (seen !== null) return seen
  const ofStack = await lookAtStack(resource, ground)
  if (ofStack !== null) return ofStack
  if ((await rolesOf(resource, account)) === null) {
    const link = consoleLink(account, `cloudformation/home?region=${account.region}#/stacks`)
    return resource.bootstrap.byHand ? { state: 'person', need: 'bootstrap', link } : { state: 'absent' }
  }
  const { starts } = resource
  if (starts !== null && (await newestImage(account, starts.images)) !== null) return { state: 'absent' }
  const link = resource.workflow ?? consoleLink(account, `ecr/repositories?region=${account.region}`)
  return { state: 'person', need: 'image', link }
}

/** Null: there is no service. One without a deployment has only just been made. */
function standingOf({ service, state, url, console: link, cause }: Sight): Standing | null {
  const detail = cause?.join('; ') ?? ''
  if (link === null) return detail === '' ? null : { state: 'foreign', what: 'service', detail, link }
  if (state === 'failed') return { state: 'failed', detail, again: false, link }
  if (state !== 'running' && state !== 'paused') return { state: 'working', detail: state, link }
  return { state: 'ready', resource: service, url, link, how: 'own', outputs: {} }
}

/** A stack without its service: under way, failed before there was one, or left behind by one that was deleted. Null: no stack. */
async function lookAtStack({ name }: ExpressServiceResource, { account, tags }: Ground): Promise<Standing | null> {
  const stack = await describeStack(account, name)
  if (stack === null) return null
  const link = stackLink(account, stack.StackId ?? '', 'stackinfo')
  const own = Object.fromEntries((stack.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
  if (isForeign(own, tags)) return { state: 'foreign', what: 'stack', detail: name, link }
  const status = stack.StackStatus ?? ''
  if (status.endsWith('_IN_PROGRESS')) return { state: 'working', detail: status, link }
  const gone = status === 'CREATE_COMPLETE' ? 'INACTIVE' : status
  return { state: 'failed', detail: (await causeOfFailure(account, name)) ?? gone, again: true, link }
}

/** The roles that the bootstrap stack gives out; null: it is not there yet. */
async function rolesOf({ bootstrap }: ExpressServiceResource, account: Account) {
  const stack = await describeStack(account, bootstrap.stack)
  const execution = stack === null ? null : outputOf(stack, 'EcsExecutionRoleArn')
  const infrastructure = stack === null ? null : outputOf(stack, 'EcsInfrastructureRoleArn')
  return execution === null || infrastructure === null ? null : { execution, infrastructure }
}

async function make(resource: ExpressServiceResource, standing: Standing, ground: Ground): Promise<void> {
  const { account, tags } = ground
  const { name, host, starts, parameters } = resource
  if (standing.state === 'failed') {
    await account.cloudformation.send(new DeleteStackCommand({ StackName: name }))
    return
  }
  const roles = await rolesOf(resource, account)
  const image = starts === null ? null : await newestImage(account, starts.images)
  if (roles === null || starts === null || image === null) return
  const template = expressTemplate(starts.settings, host.logGroup, await parametersIn(account, parameters))
  const values = {
    ServiceName: name,
    Image: image,
    ExecutionRoleArn: roles.execution,
    InfrastructureRoleArn: roles.infrastructure,
  }
  const input = {
    StackName: name,
    TemplateBody: template,
    Parameters: Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Tags: tagList(tags),
    OnFailure: 'DO_NOTHING' as const,
  }
  await ensure(
    () => describeStack(account, name),
    () => account.once.cloudformation.send(new CreateStackCommand(input)),
    account.pauseMs,
  )
}
