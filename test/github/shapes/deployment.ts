import type { components } from '@octokit/openapi-types'
import type { Deployment, DeploymentStatus } from '../state/deployment.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { nodeId, repositoryApi } from './urls.ts'
import { asUser } from './user.ts'

export function asDeployment(world: World, repository: Repository, deployment: Deployment) {
  const url = repositoryApi(world, repository, `/deployments/${deployment.id}`)
  return {
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    url,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    production_environment: deployment.production,
    transient_environment: deployment.transient,
    description: deployment.description,
    creator: asUser(world, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.statuses.at(-1)?.createdAt ?? deployment.createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryApi(world, repository),
  } satisfies components['schemas']['deployment']
}

export function asStatus(world: World, repository: Repository, deployment: Deployment, status: DeploymentStatus) {
  const deploymentUrl = repositoryApi(world, repository, `/deployments/${deployment.id}`)
  return {
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    url: `${deploymentUrl}/statuses/${status.id}`,
    state: status.state,
    creator: asUser(world, status.creator),
    description: status.description,
    environment: deployment.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: deploymentUrl,
    repository_url: repositoryApi(world, repository),
  } satisfies components['schemas']['deployment-status']
}
