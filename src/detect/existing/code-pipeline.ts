import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import { filesIn, foldersWithin } from '../repository.ts'

const names = /pipeline.*\.ya?ml$/

/** CodePipeline described by CloudFormation: it lives in the account, and the template is all that the repository shows of it. */
export const codePipeline: ExistingDetector = {
  id: 'code-pipeline',
  reads: ['*pipeline*.yml', '*pipeline*.yaml'],
  find: (repository) =>
    foldersWithin(repository, 3)
      .flatMap((folder) => filesIn(repository, folder, (name) => names.test(name)))
      .filter((path) => /Type["']?:\s*["']?AWS::CodePipeline::Pipeline/.test(repository.text(path) ?? ''))
      .map(
        (path): Existing => ({
          path,
          what: 'AWS CodePipeline',
          role: 'deploy',
          to: 'codepipeline',
          root: null,
          line: null,
        }),
      ),
}
