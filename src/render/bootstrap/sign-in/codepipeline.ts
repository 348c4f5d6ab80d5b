import type { Context, Delivery } from '../../../model.ts'
import type { Texts } from '../../../text.ts'
import { stages } from '../../environments.ts'
import { featureSlug, pipelineRoleName } from '../../providers/codepipeline/names.ts'
import type { SignIn } from '../sign-in.ts'

/**
 * The build projects of the pipelines, and nothing else of the account they are in. The role is named and need not exist yet, which a
 * principal would have to; the condition compares it exactly.
 */
export function signInOfCodePipeline(
  deliveries: readonly Delivery[],
  context: Context,
  role: 'deploy' | 'feature',
  texts: Texts['providers'],
): SignIn {
  const slug = role === 'feature' ? featureSlug : '${Environment}'
  const first = stages(context)[0]
  return {
    by: 'AWS CodePipeline',
    how: 'by the roles of its build projects',
    signsIn: texts.takesRole('AWS CodePipeline'),
    parameters: {
      PipelineAccount: {
        Type: 'String',
        AllowedPattern: '[0-9]{12}',
        Description: 'The account that the pipelines are in',
      },
    },
    provider: null,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'CodePipeline',
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${PipelineAccount}:root' } },
          Action: 'sts:AssumeRole',
          Condition: {
            ArnEquals: {
              'aws:PrincipalArn': deliveries.map(({ app }) => ({
                'Fn::Sub': `arn:\${AWS::Partition}:iam::\${PipelineAccount}:role/${pipelineRoleName(app, context, slug)}`,
              })),
            },
          },
        },
      ],
    },
    why: [texts.codePipelineWho],
    before: first.account
      ? [`pipeline=${first.account}`]
      : ['pipeline=$(aws sts get-caller-identity --query Account --output text)'],
    overrides: ' PipelineAccount="$pipeline"',
    lookUp: first.account ? '' : texts.codePipelineLookUp,
  }
}
