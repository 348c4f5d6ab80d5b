import type { CiId } from '../model.ts'

/** Every CI provider, in the order of offering. */
export const ciIds: readonly CiId[] = ['github-actions', 'codepipeline', 'gitlab', 'jenkins', 'bitbucket']

/** The CI providers by their own names. */
export const providerNames: Readonly<Record<CiId, string>> = {
  'github-actions': 'GitHub Actions',
  codepipeline: 'AWS CodePipeline',
  gitlab: 'GitLab CI',
  jenkins: 'Jenkins',
  bitbucket: 'Bitbucket Pipelines',
}
