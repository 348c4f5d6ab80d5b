import type { App, Context, Rendering, Setting, Some, Step } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { trustFor } from '../../render/oidc.ts'
import { shellWord } from '../../render/shell.ts'
import { textsOf } from '../../text.ts'
import { type StageTrust, trustDocument } from '../trust-document.ts'
import { workflowPath } from './workflow-path.ts'

/** Variables of the repository: the job that shows the difference names no environment, so that it comes before an approval. */
export function diffStage(stage: Stage): Stage {
  const suffix = stage.slug.toUpperCase().replaceAll('-', '_')
  return {
    ...stage,
    github: false,
    roleVariable: `AWS_DIFF_ROLE_ARN_${suffix}`,
    regionVariable: `AWS_DIFF_REGION_${suffix}`,
  }
}

/** Runs of the stage's branch, whatever the environment; null where the exact subject cannot be told. */
export function diffTrust(apps: Some<App>, context: Context): Some<StageTrust> | null {
  const workflows = apps.map((app) => ({ name: `Deploy ${app.name}`, path: workflowPath(app) }))
  const found = stages(context).flatMap((stage): StageTrust[] => {
    const trust = trustFor(context.repository, { environment: null, branch: stage.branch, workflows })
    return trust.ok ? [{ stage, trust }] : []
  })
  const [first, ...rest] = found
  return first && found.length === stages(context).length ? [first, ...rest] : null
}

/** A role that can read what is deployed and nothing else, by the lookup role of the CDK bootstrap. */
export function diffRole(trust: Some<StageTrust>, context: Context): NonNullable<Rendering['bootstrap']> {
  return {
    parameters: {},
    resources: {
      DiffRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Description: 'Reads what is deployed, to show the difference; changes nothing',
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: trustDocument(trust, context),
          Policies: [
            {
              PolicyName: 'diff',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  { Sid: 'CdkLookup', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: cdkRole('lookup') },
                ],
              },
            },
          ],
        },
      },
    },
    outputs: {
      DiffRoleArn: {
        Description: 'Value of the Actions variable for the diff',
        Value: { 'Fn::GetAtt': ['DiffRole', 'Arn'] },
      },
    },
  }
}

/** A role of the CDK bootstrap, in every Region of the account. `hnb659fds` is the bootstrap's default qualifier. */
export function cdkRole(name: string): { readonly 'Fn::Sub': string } {
  return {
    'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${name}-role-\${AWS::AccountId}-*`,
  }
}

export function diffSteps(context: Context): readonly Step[] {
  const texts = textsOf(context)
  return stages(context).map((stage) => {
    const { roleVariable, regionVariable } = diffStage(stage)
    const stack = stackName(context, stage.slug)
    const region = stage.region ? shellWord(stage.region) : '"$(aws configure get region)"'
    return {
      when: 'before merge',
      title: texts.cdk.tellRole(stage.name),
      text: texts.cdk.tellRoleText,
      commands: [
        `gh variable set ${roleVariable} --body "$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='DiffRoleArn'].OutputValue" --output text)"`,
        `gh variable set ${regionVariable} --body ${region}`,
      ],
      link: 'https://cli.github.com/manual/gh_variable_set',
    }
  })
}

export function diffSettings(context: Context): readonly Setting[] {
  const texts = textsOf(context)
  return stages(context).flatMap((stage): Setting[] => {
    const { roleVariable, regionVariable } = diffStage(stage)
    const account = stage.account ?? '123456789012'
    const role = `arn:${context.aws.partition}:iam::${account}:role/${stackName(context, stage.slug)}-DiffRole`
    return [
      {
        name: roleVariable,
        kind: 'variable',
        environment: null,
        example: role,
        why: texts.cdk.readRole,
      },
      {
        name: regionVariable,
        kind: 'variable',
        environment: null,
        example: stage.region ?? 'ap-northeast-1',
        why: texts.cdk.readRegion,
      },
    ]
  })
}
