import type { GitHubSight } from '../../github/delivery-of.ts'
import type { DeploymentStatus, LastDeployment } from '../../model.ts'

/**
 * What AWS and GitHub say together. AWS knows what is in service; GitHub knows of a deployment that failed, or is under way, before it came to AWS. Null: GitHub
 * did not say, or was not asked.
 */
export function combined(aws: DeploymentStatus, github: GitHubSight | null): DeploymentStatus {
  if (github === null) return aws
  if (aws.source === 'nobody') return fromGitHub(aws, github)
  const ahead = github.state === 'deploying' || github.state === 'failed'
  if (ahead && aws.state !== 'deploying' && isLater(github, aws.last)) {
    const cause = [...(github.cause ?? []), ...(aws.cause ?? [])]
    return {
      ...{ ...aws, ...waiting(github), state: github.state, last: github.last, logs: github.logs ?? aws.logs },
      cause: github.state === 'failed' && cause.length > 0 ? cause : null,
    }
  }
  // The workflow ended well, and nothing of what it made is left.
  if (aws.state === 'none' && github.state === 'running') return { ...aws, state: 'removed', last: github.last }
  return { ...aws, last: together(aws.last, github.last) }
}

/** That no deployment was put down says nothing where GitHub does not deploy. */
function fromGitHub(aws: DeploymentStatus, github: GitHubSight): DeploymentStatus {
  if (github.state === 'none' && aws.of.workflow === null) return aws
  const { state, last, url, logs, cause } = github
  return { ...aws, ...waiting(github), state, last, url, logs, cause, source: 'github' }
}

function waiting({ waits }: GitHubSight): Pick<DeploymentStatus, 'waits'> {
  return waits === undefined ? {} : { waits }
}

/** Whether GitHub tells of something later: what is under way, or ended after what AWS tells of began. */
function isLater({ until }: GitHubSight, aws: LastDeployment | null): boolean {
  if (until === null || aws?.at == null) return true
  // GitHub tells whole seconds.
  return Math.floor(Date.parse(until) / 1000) >= Math.floor(Date.parse(aws.at) / 1000)
}

/** One deployment as both tell of it: who and where by GitHub, unless it is another commit that AWS runs. */
function together(aws: LastDeployment | null, github: LastDeployment | null): LastDeployment | null {
  if (aws === null || github === null) return aws ?? github
  if (aws.commit !== null && aws.commit !== github.commit) return aws
  return { commit: github.commit, at: aws.at ?? github.at, by: aws.by ?? github.by, url: github.url ?? aws.url }
}
