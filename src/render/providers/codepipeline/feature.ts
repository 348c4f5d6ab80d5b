import type { Context, Delivery } from '../../../model.ts'
import { stages } from '../../environments.ts'
import { featureSlug, logicalId, pipelineStack } from './names.ts'
import { deployProject } from './projects.ts'
import { deployRole } from './roles.ts'
import { action, pipeline, sourceAction } from './stages.ts'

type Resources = Record<string, unknown>

/** What deploys feature branches: a role and project of their own, and a rule that starts the pipeline every night to clear up. */
export function featureResources(delivery: Delivery, context: Context): Resources {
  const region = { Ref: `${logicalId(stages(context)[0].slug)}Region` }
  return {
    FeatureRole: deployRole(delivery, featureSlug, context),
    FeatureProject: deployProject(delivery, featureSlug, 'FeatureRole', { Ref: 'FeatureBranchRoleArn' }, region),
    NightlyRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Description: 'EventBridge: starts the pipeline of feature branches',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        Policies: [
          {
            PolicyName: 'start',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Sid: 'Start',
                  Effect: 'Allow',
                  Action: ['codepipeline:StartPipelineExecution'],
                  Resource: pipelineArn,
                },
              ],
            },
          },
        ],
      },
    },
    Nightly: {
      Type: 'AWS::Events::Rule',
      Properties: {
        Description: 'Deletes stacks of feature branches that nobody works on any more',
        ScheduleExpression: 'cron(0 18 * * ? *)',
        Targets: [{ Id: 'pipeline', Arn: pipelineArn, RoleArn: { 'Fn::GetAtt': ['NightlyRole', 'Arn'] } }],
      },
    },
  }
}

const pipelineArn = {
  'Fn::Sub': 'arn:${AWS::Partition}:codepipeline:${AWS::Region}:${AWS::AccountId}:${FeaturePipeline}',
}

/** Every feature branch by itself, to a stack of its own. */
export function featurePipeline(delivery: Delivery, context: Context): Resources {
  const takes = delivery.artifact !== null
  return pipeline({
    name: `${pipelineStack(delivery.app, context)}-${featureSlug}`,
    mode: 'PARALLEL',
    branches: ['feature/**'],
    paths: delivery.paths,
    stages: [
      { Name: 'Source', Actions: [sourceAction(context.repository.defaultBranch)] },
      { Name: 'Build', Actions: [action({ name: 'TestAndBuild', project: 'BuildProject', gives: takes })] },
      {
        Name: 'Feature',
        Actions: [
          action({
            name: 'Deploy',
            project: 'FeatureProject',
            takes,
            variables: { BRANCH: '#{Source.BranchName}' },
          }),
        ],
      },
    ],
  })
}
