import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import { filesIn, foldersWithin, type Repository } from '../repository.ts'
import { readPipeline } from './pipeline-text.ts'

interface Provider {
  readonly what: string
  readonly name: RegExp
  /** Folder from the root that holds the files; absent: the root, or one folder deep too for `anywhere`. */
  readonly folder?: string
  readonly anywhere?: boolean
}

const providers: readonly Provider[] = [
  { what: 'GitLab CI', name: /^\.gitlab-ci\.ya?ml$/ },
  { what: 'CircleCI', name: /^config\.ya?ml$/, folder: '.circleci' },
  { what: 'Travis CI', name: /^\.travis\.yml$/, anywhere: true },
  { what: 'Jenkins', name: /^Jenkinsfile/, anywhere: true },
  { what: 'Bitbucket Pipelines', name: /^bitbucket-pipelines\.yml$/ },
  { what: 'Azure Pipelines', name: /^\.?azure-pipelines.*\.ya?ml$/ },
  { what: 'Drone', name: /^\.drone\.(ya?ml|jsonnet|star)$/ },
  { what: 'Woodpecker', name: /^\.woodpecker\.ya?ml$/ },
  { what: 'Buildkite', name: /\.ya?ml$/, folder: '.buildkite' },
  { what: 'AppVeyor', name: /^\.?appveyor\.yml$/ },
  { what: 'Wercker', name: /^wercker\.yml$/ },
  { what: 'Google Cloud Build', name: /^cloudbuild\.ya?ml$/ },
  { what: 'Semaphore', name: /^semaphore\.yml$/, folder: '.semaphore' },
  { what: 'Codefresh', name: /^codefresh\.yml$/ },
  { what: 'AWS CodeBuild', name: /buildspec.*\.ya?ml$|^codebuild.*\.ya?ml$/, anywhere: true },
]

/** CI/CD of other providers, with what it deploys. */
export const pipelines: ExistingDetector = {
  id: 'other-pipelines',
  reads: [
    ...['.gitlab-ci.yml', '.gitlab-ci.yaml', '.circleci/config.yml', '.travis.yml', 'Jenkinsfile*', '*buildspec*.yml'],
    ...['*buildspec*.yaml', 'bitbucket-pipelines.yml', '*azure-pipelines*.yml', '.drone.yml', '.woodpecker.yml'],
    ...['.buildkite/*.yml', '.buildkite/*.yaml', 'appveyor.yml', '.appveyor.yml', 'wercker.yml', 'cloudbuild.yaml'],
    ...['.semaphore/semaphore.yml', 'codefresh.yml', 'buildspecs/*.yml', 'buildspecs/*.yaml'],
  ],
  find: (repository) =>
    foldersWithin(repository, 1).flatMap((folder) =>
      filesIn(repository, folder, (name) => providerOf(folder, name) !== undefined).flatMap((path) => {
        const provider = providerOf(folder, path.slice(path.lastIndexOf('/') + 1))
        return provider ? read(repository, path, provider) : []
      }),
    ),
}

function providerOf(folder: string, name: string): Provider | undefined {
  if (folder === 'buildspecs' && /\.ya?ml$/.test(name)) return providers.find(({ what }) => what === 'AWS CodeBuild')
  return providers.find(
    (one) =>
      (one.folder === undefined ? folder === '.' || one.anywhere === true : one.folder === folder) &&
      one.name.test(name),
  )
}

function read(repository: Repository, path: string, { what }: Provider): readonly Existing[] {
  const { deploys, checks, folder } = readPipeline(repository.text(path) ?? '', path)
  if (deploys.length === 0) return [{ path, what, role: 'ci', to: null, root: folder, line: checks }]
  return deploys.map(({ to, line, folder: root }): Existing => ({ path, what, role: 'deploy', to, root, line }))
}
