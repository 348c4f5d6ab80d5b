import type { Context, Delivery, GeneratedFile } from '../../model.ts'
import { textsOf } from '../../text.ts'
import { type Stage, stages } from '../environments.ts'
import { type Data, plain, toYaml } from '../yaml.ts'
import { buildScriptPath } from './build-script.ts'
import { deploysWithDocker } from './docker.ts'
import { testStores } from './test-stores.ts'
import { deployImage, jobImage, testImage } from './tools.ts'

export const bitbucketPath = 'bitbucket-pipelines.yml'

/** The deployment environment of feature branches. */
export const featureEnvironment = 'feature'

type Fields = { readonly [key: string]: Data }

/**
 * The pipelines of all apps. Bitbucket lets a pipeline use an environment once
 * (https://support.atlassian.com/bitbucket-cloud/docs/set-up-and-monitor-deployments/, 2026-11), so one step takes all apps there.
 */
export function bitbucketFile(deliveries: readonly Delivery[], context: Context): GeneratedFile {
  const all = stages(context)
  const builds = buildSteps(deliveries)
  const features = deliveries.filter(({ feature }) => feature !== null)
  const branches = [...new Set(all.map(({ branch }) => branch))]
  const data = plain({
    ...definitions(deliveries),
    pipelines: {
      ...(builds.length > 0 ? { default: builds } : {}),
      branches: Object.fromEntries([
        ...branches.map((branch) => [
          branch,
          [...builds, ...all.filter((stage) => stage.branch === branch).map((stage) => stageStep(deliveries, stage))],
        ]),
        ...(features.length > 0 ? [['feature/**', [...builds, featureStep(features)]]] : []),
      ]),
      ...(features.length > 0 ? { custom: { 'delete-old-feature-stacks': [sweepStep(features)] } } : {}),
    },
  })
  return {
    path: bitbucketPath,
    mode: '100644',
    content: toYaml(data, { head: head(features.length > 0), spaced: [['pipelines']] }),
    purpose: textsOf(context).providers.purpose(
      'Bitbucket Pipelines',
      deliveries.map(({ app }) => app.name).join(', '),
      all.map(({ name }) => name),
    ),
  }
}

function head(features: boolean): string {
  return [
    'Every branch is tested and built without AWS. Only steps with a deployment can sign in to AWS, each to the role of its environment.',
    'AWS_ROLE_ARN and AWS_REGION are variables of the deployment environment.',
    ...(features
      ? [
          'Branches feature/* get a stack of their own; the custom pipeline, on a schedule, deletes those that did not change for two weeks.',
        ]
      : []),
  ].join('\n')
}

/** Stores for tests, and half of a step's memory for Docker, which has a quarter otherwise: builds of images take more. */
function definitions(deliveries: readonly Delivery[]): Fields {
  const stores = deliveries.flatMap(({ app }) => testStores(app)).map(service)
  const docker = deliveries.some((one) => one.docker || deploysWithDocker(one))
  const services = [...stores, ...(docker ? [['docker', { memory: 2048 }] as const] : [])]
  return services.length === 0 ? {} : { definitions: { services: Object.fromEntries(services) } }
}

function service({ name, image, env }: ReturnType<typeof testStores>[number]): readonly [string, Fields] {
  return [name, { image, ...(Object.keys(env).length > 0 ? { variables: env } : {}) }]
}

/** One step for each app, side by side. */
function buildSteps(deliveries: readonly Delivery[]): readonly Data[] {
  const steps = deliveries
    .filter(({ build }) => build.length > 0)
    .map((delivery): Data => ({ step: buildStep(delivery) }))
  return steps.length > 1 ? [{ parallel: steps }] : steps
}

function buildStep(delivery: Delivery): Fields {
  const { app, artifact, docker } = delivery
  const stores = testStores(app)
  const services = [...stores.map(({ name }) => name), ...(docker ? ['docker'] : [])]
  const variables = Object.entries(Object.assign({}, ...stores.map((store) => store.variables('127.0.0.1'))))
  return {
    name: `Test and build ${app.name}`,
    image: testImage(delivery),
    'max-time': 30,
    ...(services.length > 0 ? { services } : {}),
    script: [...variables.map(([key, value]) => `export ${key}='${value}'`), `bash ${buildScriptPath(app)}`],
    ...(artifact ? { artifacts: [`${artifact}/**`] } : {}),
  }
}

function stageStep(deliveries: readonly Delivery[], stage: Stage): Data {
  const commands = deliveries.flatMap(
    ({ deployments }) => deployments.find(({ slug }) => slug === stage.slug)?.commands ?? [],
  )
  return {
    step: {
      ...deployment(deliveries, `Deploy to ${stage.slug}`, stage.slug),
      ...(stage.approval ? { trigger: 'manual' } : {}),
      script: [...deliveries.flatMap(({ prepare }) => prepare), ...signIn, ...commands],
    },
  }
}

function featureStep(deliveries: readonly Delivery[]): Data {
  return {
    step: {
      ...deployment(deliveries, 'Deploy the feature stack', featureEnvironment),
      script: [
        ...deliveries.flatMap(({ prepare }) => prepare),
        ...signIn,
        'export BRANCH="$BITBUCKET_BRANCH"',
        ...deliveries.flatMap(({ feature }) => feature?.deploy ?? []),
      ],
    },
  }
}

function sweepStep(deliveries: readonly Delivery[]): Data {
  return {
    step: {
      ...deployment(deliveries, 'Delete old feature stacks', featureEnvironment),
      script: [...signIn, ...deliveries.flatMap(({ feature }) => feature?.sweep ?? [])],
    },
  }
}

/** What every step that changes AWS has: the environment, which queues its deployments, a token for AWS, and a limit of time. */
function deployment(deliveries: readonly Delivery[], name: string, environment: string): Fields {
  const own = deliveries.find(({ kind }) => kind !== 'image')
  return {
    name,
    image: own ? jobImage(own) : deployImage,
    deployment: environment,
    oidc: true,
    'max-time': 60,
    ...(deliveries.some(deploysWithDocker) ? { services: ['docker'] } : {}),
  }
}

/** The AWS CLI and SAM take the role by themselves from these variables. */
const signIn: readonly string[] = [
  'export AWS_DEFAULT_REGION="$AWS_REGION" AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)" AWS_ROLE_SESSION_NAME="bitbucket-$BITBUCKET_BUILD_NUMBER"',
  'printf %s "$BITBUCKET_STEP_OIDC_TOKEN" >"$AWS_WEB_IDENTITY_TOKEN_FILE"',
]
