import { logical } from '../cloudformation/template.ts'
import { accountNumber, deployLine, folder } from '../deployment.ts'
import { links } from './links.ts'
import { type Ground, type Phase, step } from './phase.ts'

export const imagesPath = `${folder}/images/repository.yaml`

/** What is not of one environment: container images that all of them pull. Null where each has its own. */
export function shared({ landscape, texts }: Ground): Phase | null {
  if (landscape.wish.images !== 'shared') return null
  const { shared: say } = texts.accountsPlan
  const workloads = landscape.accounts.filter(({ role }) => role === 'workload')
  const lines = landscape.products.map((product) =>
    deployLine({
      ...{
        account: 'images',
        stack: `repository-${product}`,
        path: imagesPath,
        content: '',
        link: null,
        environment: null,
      },
      values: [
        ['RepositoryName', product],
        ...workloads.map(({ key }): readonly [string, string] => [`${logical(key)}Account`, accountNumber(key)]),
      ],
    }),
  )
  return {
    title: say.title,
    impact: say.impact,
    steps: [step(say.images(landscape.products.join(texts.pullRequest.comma)), lines, links.ecr), step(say.imagesPush)],
    check: step(say.check),
    rollback: step(say.rollback),
  }
}
