import type { components } from '@octokit/openapi-types'
import type { CheckRun } from '../state/check-run.ts'
import { isPull } from '../state/pull.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { asApp } from './app.ts'
import { nodeId, repositoryApi, repositoryPage } from './urls.ts'

export function asCheckRun(world: World, repository: Repository, run: CheckRun) {
  const url = repositoryApi(world, repository, `/check-runs/${run.id}`)
  const pulls = repository.issues.filter(isPull).filter((issue) => issue.pull.headSha === run.headSha)
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    url,
    html_url: repositoryPage(world, repository, `/runs/${run.id}`),
    details_url: run.detailsUrl ?? repositoryPage(world, repository, `/runs/${run.id}`),
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite },
    app: asApp(world),
    pull_requests: pulls.map(({ number, pull }) => ({
      id: pull.id,
      number,
      url: repositoryApi(world, repository, `/pulls/${number}`),
      head: { ref: pull.headRef, sha: pull.headSha, repo: asListed(world, pull.head) },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo: asListed(world, repository) },
    })),
  } satisfies components['schemas']['check-run']
}

function asListed(world: World, repository: Repository) {
  return { id: repository.id, name: repository.name, url: repositoryApi(world, repository) }
}
