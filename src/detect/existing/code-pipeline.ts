import type { ExistingDetector } from '../detector.ts'

const names = /pipeline.*\.ya?ml$/

/** CodePipeline described by CloudFormation: it lives in the account, and the template is all that the repository shows of it. */
export const codePipeline: ExistingDetector = {
  id: 'code-pipeline',
  reads: ['*pipeline*.yml', '*pipeline*.yaml'],
  find(repository) {
    return repository.folders.flatMap((folder) =>
      [...(repository.folder(folder)?.files ?? [])]
        .filter((name) => names.test(name))
        .map((name) => (folder === '.' ? name : `${folder}/${name}`))
        .filter((path) => /Type["']?:\s*["']?AWS::CodePipeline::Pipeline/.test(repository.text(path) ?? ''))
        .map((path) => ({
          ...{ path, what: 'AWS CodePipeline', role: 'deploy' as const, to: 'codepipeline' },
          ...{ root: null, line: null },
        })),
    )
  },
}
