import type { Data } from '../../yaml.ts'
import { builtArtifact } from './buildspecs.ts'

/** What differs between the pipelines of an app. */
interface Pipeline {
  readonly name: string
  /** SUPERSEDED: the newest commit overtakes those that wait; PARALLEL: every branch by itself. */
  readonly mode: 'SUPERSEDED' | 'PARALLEL'
  /** Patterns of the branches whose pushes start it. */
  readonly branches: readonly string[]
  readonly paths: readonly string[]
  readonly stages: readonly unknown[]
}

// A list of patterns holds no more; with more of them every push starts the pipeline.
const mostPaths = 8

/** A pipeline of type V2, started by pushes: https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-filter.html (2026-11). */
export function pipeline({ name, mode, branches, paths, stages }: Pipeline): Record<string, unknown> {
  return {
    Type: 'AWS::CodePipeline::Pipeline',
    Properties: {
      Name: name,
      PipelineType: 'V2',
      ExecutionMode: mode,
      RoleArn: { 'Fn::GetAtt': ['PipelineRole', 'Arn'] },
      ArtifactStore: { Type: 'S3', Location: { Ref: 'Artifacts' } },
      Stages: stages,
      Triggers: [
        {
          ProviderType: 'CodeStarSourceConnection',
          GitConfiguration: {
            SourceActionName: 'Source',
            Push: [
              {
                Branches: { Includes: branches },
                ...(paths.length > 0 && paths.length <= mostPaths ? { FilePaths: { Includes: paths } } : {}),
              },
            ],
          },
        },
      ],
    },
  }
}

/** The code at the commit of the push. The provider kept its name when the service became CodeConnections. */
export function sourceAction(branch: string): Data {
  return {
    Name: 'Source',
    ActionTypeId: { Category: 'Source', Owner: 'AWS', Provider: 'CodeStarSourceConnection', Version: '1' },
    Configuration: {
      ConnectionArn: { Ref: 'ConnectionArn' },
      FullRepositoryId: { Ref: 'Repository' },
      BranchName: branch,
      OutputArtifactFormat: 'CODE_ZIP',
    },
    Namespace: 'Source',
    OutputArtifacts: [{ Name: 'Source' }],
    RunOrder: 1,
  }
}

/** What a build project is run with. */
interface Action {
  readonly name: string
  /** Logical id of the project. */
  readonly project: string
  readonly gives?: boolean
  readonly takes?: boolean
  readonly order?: number
  readonly variables?: Readonly<Record<string, string>>
}

/** An action that runs a build project; `gives` and `takes` are about what was built. */
export function action({ name, project, gives, takes, order, variables }: Action): Data {
  const given = Object.entries(variables ?? {}).map(([key, value]) => ({ name: key, value, type: 'PLAINTEXT' }))
  return {
    Name: name,
    ActionTypeId: { Category: 'Build', Owner: 'AWS', Provider: 'CodeBuild', Version: '1' },
    Configuration: {
      ProjectName: { Ref: project },
      ...(takes ? { PrimarySource: 'Source' } : {}),
      ...(given.length > 0 ? { EnvironmentVariables: JSON.stringify(given) } : {}),
    },
    InputArtifacts: [{ Name: 'Source' }, ...(takes ? [{ Name: builtArtifact }] : [])],
    ...(gives ? { OutputArtifacts: [{ Name: builtArtifact }] } : {}),
    RunOrder: order ?? 1,
  }
}

/** A person lets the commit on; seven days, then the execution ends. */
export function approval(slug: string, order: number): Data {
  return {
    Name: 'Approve',
    ActionTypeId: { Category: 'Approval', Owner: 'AWS', Provider: 'Manual', Version: '1' },
    Configuration: { CustomData: `Deploy #{Source.CommitId} to ${slug}?` },
    RunOrder: order,
  }
}
