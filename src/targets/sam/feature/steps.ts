import type { Context, Step } from '../../../model.ts'
import { stackName } from '../../../render/bootstrap/steps.ts'
import { stages } from '../../../render/environments.ts'
import { shellWord } from '../../../render/shell.ts'
import { textsOf } from '../../../text.ts'
import { environment } from './stage.ts'

/** The environment `feature` with its two variables. */
export function featureSteps(context: Context): readonly Step[] {
  const { sam } = textsOf(context)
  const [first] = stages(context)
  const { owner, name } = context.repository
  const repository = owner ? `${owner}/${name}` : '{owner}/{repo}'
  const stack = stackName(context, first.slug)
  const region = first.region ? shellWord(first.region) : '"$(aws configure get region)"'
  return [
    {
      when: 'before merge',
      title: sam.featureRole,
      text: sam.featureRoleText(first.name),
      commands: [
        `gh api --silent -X PUT ${shellWord(`repos/${repository}/environments/${environment}`)}`,
        `gh variable set AWS_ROLE_ARN --env ${environment} --body "$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='FeatureRoleArn'].OutputValue" --output text)"`,
        `gh variable set AWS_REGION --env ${environment} --body ${region}`,
      ],
      link: 'https://cli.github.com/manual/gh_variable_set',
    },
  ]
}
