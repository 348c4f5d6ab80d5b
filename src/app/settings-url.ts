import type { GitHub } from '../github/connect.ts'
import type { ThreadJob } from './thread-job.ts'

/** The page on which the owner of a repository changes the installation. */
export function settingsUrl(
  { installation, repository }: Pick<ThreadJob, 'installation' | 'repository'>,
  { host }: Pick<GitHub, 'host'>,
): string {
  const whose = repository.organization ? `organizations/${repository.owner}/` : ''
  return `https://${host}/${whose}settings/installations/${installation}`
}
