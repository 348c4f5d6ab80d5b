import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { oneOf, optionalText, text } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notFound, unprocessable } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asDeployment, asStatus } from '../shapes/deployment.ts'
import { nodeId, repositoryApi, repositoryPage } from '../shapes/urls.ts'
import { type Deployment, deploymentStates } from '../state/deployment.ts'
import { type Repository, resolve } from '../state/repository.ts'

/** Deployments, their statuses, environments. https://docs.github.com/rest/deployments */
export const deploymentRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/deployments', reads('deployments'), (call, repository) => {
    const environment = call.query.get('environment')
    const found = repository.deployments.filter((one) => environment === null || one.environment === environment)
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
      const ref = text(fields, 'ref')
      const sha = resolve(repository, ref)
      if (sha === null) throw unprocessable(`No ref found for: ${ref}`)
      const environment = optionalText(fields, 'environment') ?? 'production'
      const description = optionalText(fields, 'description')
      const made = { id: world.id(), creator: accountOf(world, actor), createdAt: world.time(), statuses: [] }
      const deployment: Deployment = { ...made, ref, sha, environment, description }
      repository.deployments.push(deployment)
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
      const status = {
        id: world.id(),
        state: oneOf(fields, 'state', deploymentStates) ?? 'pending',
        description: optionalText(fields, 'description') ?? '',
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

function deploymentOf(call: Call<'deployment_id'>, repository: Repository): Deployment {
  const found = repository.deployments.find((one) => one.id === Number(call.param('deployment_id')))
  if (found === undefined) throw notFound()
  return found
}
