import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { asFields, type Fields, flag, oneOf, optionalList, optionalText, text } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notFound, Refusal, unprocessable } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asDeployment, asStatus } from '../shapes/deployment.ts'
import { nodeId, repositoryApi, repositoryPage } from '../shapes/urls.ts'
import type { Account } from '../state/account.ts'
import { type Deployment, deploymentStates } from '../state/deployment.ts'
import { type Repository, resolve } from '../state/repository.ts'
import type { World } from '../world.ts'

/** Deployments, their statuses, environments. https://docs.github.com/rest/deployments */
export const deploymentRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/deployments', reads('deployments'), (call, repository) => {
    const asked = (['environment', 'sha', 'task', 'ref'] as const).map((name) => [name, call.query.get(name)] as const)
    const found = repository.deployments.filter((one) =>
      asked.every(([name, value]) => value === null || one[name] === value),
    )
    const { headers, items } = page(call, found.toReversed())
    return ok(
      items.map((one) => asDeployment(call.world, repository, one)),
      headers,
    )
  }),
  repositoryRoute(
    'post',
    '/repos/{owner}/{repo}/deployments',
    writes('deployments'),
    ({ actor, fields, world }, repository) => {
      const deployment = startDeployment(world, repository, fields, accountOf(world, actor))
      repository.deployments.push(deployment)
      const { environment } = deployment
      if (!repository.environments.some(({ name }) => name === environment)) {
        repository.environments.push({ id: world.id(), name: environment, createdAt: world.time() })
      }
      return created(asDeployment(world, repository, deployment))
    },
  ),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    reads('deployments'),
    (call, repository) => {
      const deployment = deploymentOf(call, repository)
      const { headers, items } = page(call, deployment.statuses.toReversed())
      return ok(
        items.map((one) => asStatus(call.world, repository, deployment, one)),
        headers,
      )
    },
  ),
  repositoryRoute(
    'post',
    '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
    writes('deployments'),
    (call, repository) => {
      const { actor, fields, world } = call
      const deployment = deploymentOf(call, repository)
      text(fields, 'state')
      const state = oneOf(fields, 'state', deploymentStates) ?? 'pending'
      const description = optionalText(fields, 'description') ?? ''
      if (description.length > longestDescription) {
        throw unprocessable('Validation Failed: description is too long (maximum is 140 characters)')
      }
      if (state === 'success' && fields.auto_inactive !== false) retire(world, repository, deployment)
      const status = {
        ...{ id: world.id(), state, description },
        environmentUrl: optionalText(fields, 'environment_url') ?? '',
        logUrl: optionalText(fields, 'log_url') ?? '',
        creator: accountOf(world, actor),
        createdAt: world.time(),
      }
      deployment.statuses.push(status)
      return created(asStatus(world, repository, deployment, status))
    },
  ),
  repositoryRoute('get', '/repos/{owner}/{repo}/environments', reads('actions'), (call, repository) => {
    const { headers, items } = page(call, repository.environments)
    const environments = items.map(({ createdAt, id, name }) => ({
      id,
      node_id: nodeId('Environment', id),
      name,
      url: repositoryApi(call.world, repository, `/environments/${name}`),
      html_url: repositoryPage(call.world, repository, '/deployments/activity_log'),
      created_at: createdAt,
      updated_at: createdAt,
      protection_rules: [],
    }))
    return ok({ total_count: repository.environments.length, environments }, headers)
  }),
]

/** https://docs.github.com/rest/deployments/deployments#create-a-deployment (2026-11) */
function startDeployment(world: World, repository: Repository, fields: Fields, creator: Account): Deployment {
  const ref = text(fields, 'ref')
  const sha = resolve(repository, ref)
  if (sha === null) throw unprocessable(`No ref found for: ${ref}`)
  const environment = optionalText(fields, 'environment') ?? 'production'
  const bad = repository.checkRuns.some((run) => run.headSha === sha && !fine.has(run.conclusion ?? ''))
  if (bad && (optionalList(fields, 'required_contexts') ?? ['all']).length > 0) {
    throw new Refusal(409, `Conflict: Commit status checks failed for ${ref}.`)
  }
  return {
    ...{ id: world.id(), creator, createdAt: world.time(), statuses: [] },
    ...{ ref, sha, environment, description: optionalText(fields, 'description') },
    task: optionalText(fields, 'task') ?? 'deploy',
    payload: asFields(fields.payload ?? {}),
    production:
      fields.production_environment === undefined
        ? environment === 'production'
        : flag(fields, 'production_environment'),
    transient: flag(fields, 'transient_environment'),
  }
}

const fine = new Set(['success', 'neutral', 'skipped'])
const longestDescription = 140

/** What `auto_inactive` does: earlier deployments that succeeded in the same environment, unless people use it, are in service no more. */
function retire(world: World, repository: Repository, latest: Deployment): void {
  for (const one of repository.deployments) {
    const last = one.statuses.at(-1)
    if (one === latest || one.environment !== latest.environment || one.production || one.transient) continue
    if (last?.state === 'success') {
      one.statuses.push({ ...last, id: world.id(), state: 'inactive', createdAt: world.time() })
    }
  }
}

function deploymentOf(call: Call<'deployment_id'>, repository: Repository): Deployment {
  const found = repository.deployments.find((one) => one.id === Number(call.param('deployment_id')))
  if (found === undefined) throw notFound()
  return found
}
