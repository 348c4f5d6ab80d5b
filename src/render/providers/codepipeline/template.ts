import type { Context, Delivery } from '../../../model.ts'
import { type Stage, stages } from '../../environments.ts'
import { type Data, plain, toYaml } from '../../yaml.ts'
import { featurePipeline, featureResources } from './feature.ts'
import { logicalId, pipelineStack } from './names.ts'
import { buildProject, deployProject, logs } from './projects.ts'
import { artifacts, buildRole, deployRole, pipelineRole } from './roles.ts'
import { action, approval, pipeline, sourceAction } from './stages.ts'

/** The text of the template that makes the pipeline of an app, one for each branch with environments. */
export function pipelineTemplate(delivery: Delivery, context: Context): string {
  const all = stages(context)
  const { app, feature } = delivery
  const data = plain({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The pipeline of ${app.name}: ${all.map(({ slug }) => slug).join(', then ')}`,
    Parameters: {
      ConnectionArn: {
        Type: 'String',
        AllowedPattern: 'arn:[a-z-]+:(codeconnections|codestar-connections):[a-z0-9-]+:[0-9]{12}:connection/[0-9a-f-]+',
        Description: 'The connection to where the code is: Developer Tools, Settings, Connections',
      },
      Repository: repository(context),
      ...Object.assign({}, ...all.map(stageParameters)),
      ...(feature ? { FeatureBranchRoleArn: roleArn('The role FeatureRole of the first bootstrap stack') } : {}),
    },
    Resources: {
      ...artifacts,
      ...logs(delivery, context),
      PipelineRole: pipelineRole(delivery, context),
      ...(delivery.build.length > 0
        ? { BuildRole: buildRole(delivery, context), BuildProject: buildProject(delivery) }
        : {}),
      ...Object.assign({}, ...all.map((stage) => ofStage(delivery, stage, context))),
      ...Object.assign({}, ...branchesOf(all).map((branch) => ofBranch(delivery, branch, context))),
      ...(feature
        ? { ...featureResources(delivery, context), FeaturePipeline: featurePipeline(delivery, context) }
        : {}),
    },
  })
  return toYaml(data, { head: head(delivery, context) })
}

function head({ app, feature }: Delivery, context: Context): string {
  return [
    `The pipeline of ${app.name} in AWS CodePipeline. It is deployed once by hand, as the stack ${pipelineStack(app, context)}; its commands lie beside it.`,
    'Build projects have no rights but to read the code and to take the role of their environment.',
    ...(feature ? ['Branches feature/* get a stack of their own; what did not change for two weeks goes.'] : []),
  ].join('\n')
}

function repository({ repository: { owner, name } }: Context): Data {
  const path = `${owner ?? ''}/${name}`
  const pattern = '[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+'
  return {
    Type: 'String',
    ...(new RegExp(`^${pattern}$`).test(path) ? { Default: path } : {}),
    AllowedPattern: pattern,
    Description: 'Owner and name of the repository',
  }
}

function stageParameters({ slug, region }: Stage): Readonly<Record<string, Data>> {
  return {
    [`${logicalId(slug)}RoleArn`]: roleArn(`Output DeployRoleArn of the bootstrap stack of ${slug}`),
    [`${logicalId(slug)}Region`]: {
      Type: 'String',
      ...(region ? { Default: region } : {}),
      AllowedPattern: '[a-z]{2}(-[a-z]+)+-[0-9]',
      Description: `The Region of ${slug}`,
    },
  }
}

function roleArn(description: string): Data {
  return { Type: 'String', AllowedPattern: 'arn:[a-z-]+:iam::[0-9]{12}:role/.+', Description: description }
}

function ofStage(delivery: Delivery, stage: Stage, context: Context): Readonly<Record<string, unknown>> {
  const id = logicalId(stage.slug)
  const own = `Deploy${id}`
  return {
    [`${own}Role`]: deployRole(delivery, stage.slug, context),
    [`${own}Project`]: deployProject(
      delivery,
      stage.slug,
      `${own}Role`,
      { Ref: `${id}RoleArn` },
      { Ref: `${id}Region` },
    ),
  }
}

interface Branch {
  readonly name: string
  readonly stages: readonly Stage[]
}

function branchesOf(all: readonly Stage[]): readonly Branch[] {
  return [...new Set(all.map(({ branch }) => branch))].map((name) => ({
    name,
    stages: all.filter(({ branch }) => branch === name),
  }))
}

function ofBranch(delivery: Delivery, branch: Branch, context: Context): Readonly<Record<string, unknown>> {
  const several = branchesOf(stages(context)).length > 1
  const id = several ? `PipelineOf${logicalId(branch.stages[0]?.slug ?? '')}` : 'Pipeline'
  return {
    [id]: pipeline({
      name: several
        ? `${pipelineStack(delivery.app, context)}-${branch.stages[0]?.slug ?? ''}`
        : pipelineStack(delivery.app, context),
      mode: 'SUPERSEDED',
      branches: [branch.name],
      paths: delivery.paths,
      stages: [
        { Name: 'Source', Actions: [sourceAction(branch.name)] },
        ...(delivery.build.length > 0
          ? [
              {
                Name: 'Build',
                Actions: [action({ name: 'TestAndBuild', project: 'BuildProject', gives: delivery.artifact !== null })],
              },
            ]
          : []),
        ...branch.stages.map((stage) => ({ Name: `Deploy-${stage.slug}`, Actions: actionsOf(delivery, stage) })),
      ],
    }),
  }
}

/** Show and approve where a person lets the commit on, then deploy. */
function actionsOf(delivery: Delivery, { slug, approval: asks }: Stage): readonly Data[] {
  const project = `Deploy${logicalId(slug)}Project`
  const takes = delivery.artifact !== null
  const shows = asks && delivery.deployments.some((one) => one.slug === slug && one.preview.length > 0)
  const before = [
    ...(shows ? [action({ name: 'Preview', project, takes, variables: { MODE: 'preview' } })] : []),
    ...(asks ? [approval(slug, shows ? 2 : 1)] : []),
  ]
  return [...before, action({ name: 'Deploy', project, takes, order: before.length + 1 })]
}
