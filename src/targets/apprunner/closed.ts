import type { Context } from '../../model.ts'
import { fact } from '../../render/facts.ts'

/** The first line of the pull request: who cannot merge this as it is, and what to do then. */
export function closed(context: Context): readonly string[] {
  if (context.aws.appRunnerCustomer === true) return []
  return [
    `This needs an AWS account that already uses App Runner: it has taken no new customers since ${fact('apprunner-closed').date}. For any other account comment \`/cicd setup --target=ecr\`: the same app on ECS Express Mode.`,
  ]
}
