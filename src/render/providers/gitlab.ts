import type { App, Context, Delivery, GeneratedFile } from '../../model.ts'
import { textsOf } from '../../text.ts'
import { gitlabAudience } from '../bootstrap/sign-in/gitlab.ts'
import { type Stage, stages } from '../environments.ts'
import { type Data, plain, toYaml } from '../yaml.ts'
import { buildScriptPath } from './build-script.ts'
import { deploysWithDocker } from './docker.ts'
import { type GitLabJob, rule } from './gitlab/job.ts'
import { testStores } from './test-stores.ts'
import { dockerImage, jobImage, testImage } from './tools.ts'

export const gitlabPath = '.gitlab-ci.yml'

type Fields = { readonly [key: string]: Data }

/** The pipeline of all apps: tested and built once, then one environment after the other with the same artifact. */
export function gitlabFile(deliveries: readonly Delivery[], context: Context): GeneratedFile {
  const jobs = deliveries.flatMap((delivery) => jobsOf(delivery, context))
  const all = stages(context)
  const features = deliveries.some(({ feature }) => feature !== null)
  const builds = deliveries.some(({ build }) => build.length > 0)
  const data = plain({
    stages: [
      ...(builds ? ['build'] : []),
      ...(features ? ['feature'] : []),
      ...all.map(({ slug }) => `deploy-${slug}`),
    ],
    workflow: { rules: [{ if: '$CI_COMMIT_BRANCH' }] },
    ...Object.fromEntries(jobs),
  })
  return {
    path: gitlabPath,
    mode: '100644',
    content: toYaml(data, {
      head: head(features),
      spaced: [['workflow'], ...jobs.map(([name]) => [name])],
    }),
    purpose: textsOf(context).providers.purpose(
      'GitLab CI',
      deliveries.map(({ app }) => app.name).join(', '),
      all.map(({ name }) => name),
    ),
  }
}

function head(features: boolean): string {
  return [
    'Every branch is tested and built without AWS. Only jobs with id_tokens can sign in to AWS, each to the role of its environment.',
    'AWS_ROLE_ARN and AWS_REGION are variables of the project, scoped to the environment.',
    ...(features
      ? ['Branches feature/* get a stack of their own, which goes with the branch or after two weeks.']
      : []),
  ].join('\n')
}

function jobsOf(delivery: Delivery, context: Context): readonly (readonly [string, GitLabJob | Fields])[] {
  const all = stages(context)
  const { app, feature } = delivery
  return [
    ...(delivery.build.length > 0 ? [[`build:${app.name}`, buildJob(delivery)] as const] : []),
    [hidden(app), deployment(delivery)],
    ...(feature ? featureJobs(delivery, feature) : []),
    ...all.map((stage, index) => [nameOf(stage, app), stageJob(delivery, stage, before(all, index))] as const),
  ]
}

/** What all jobs of an app that change AWS extend. */
function hidden(app: App): string {
  return `.deploy:${app.name}`
}

function nameOf(stage: Stage, app: App): string {
  return `deploy:${stage.slug}:${app.name}`
}

/** The stage before on the same branch. */
function before(all: readonly Stage[], index: number): Stage | null {
  const branch = all[index]?.branch
  return all.slice(0, index).findLast((stage) => stage.branch === branch) ?? null
}

function changes({ paths }: Delivery): { readonly changes?: readonly string[] } {
  return paths.length === 0 ? {} : { changes: [...paths, gitlabPath] }
}

function buildJob(delivery: Delivery): GitLabJob {
  const { app, artifact, docker } = delivery
  const stores = testStores(app)
  return {
    stage: 'build',
    image: testImage(delivery),
    ...(stores.length > 0 || docker ? { services: [...stores.map(store), ...(docker ? [dind] : [])] } : {}),
    ...variables({ ...Object.assign({}, ...stores.map((one) => one.variables(one.name))), ...(docker ? engine : {}) }),
    rules: [{ if: '$CI_COMMIT_BRANCH', ...changes(delivery) }],
    interruptible: true,
    timeout: '30 minutes',
    script: [`bash ${buildScriptPath(app)}`],
    ...(artifact ? { artifacts: { paths: [artifact], expire_in: '30 days' } } : {}),
  }
}

function store({ name, image, env }: ReturnType<typeof testStores>[number]): Data {
  return { name: image, alias: name, ...(Object.keys(env).length > 0 ? { variables: env } : {}) }
}

const dind: Data = { name: `${dockerImage}-dind`, alias: 'docker' }
const engine = { DOCKER_HOST: 'tcp://docker:2375', DOCKER_TLS_CERTDIR: '' }

/** A `$` in a value would be another variable. */
function variables(values: Readonly<Record<string, string>>): {
  readonly variables?: Readonly<Record<string, string>>
} {
  const entries = Object.entries(values).map(([key, value]) => [key, value.replaceAll('$', '$$$$')] as const)
  return entries.length === 0 ? {} : { variables: Object.fromEntries(entries) }
}

function stageJob(delivery: Delivery, stage: Stage, previous: Stage | null): GitLabJob {
  const { app } = delivery
  const commands = delivery.deployments.find(({ slug }) => slug === stage.slug)?.commands ?? []
  const waits = stage.approval ? ({ when: 'manual', allow_failure: false } as const) : {}
  return {
    stage: `deploy-${stage.slug}`,
    extends: hidden(app),
    needs: needs(delivery, previous),
    rules: [{ if: rule(stage.branch), ...changes(delivery), ...waits }],
    environment: { name: stage.slug },
    resource_group: `${app.name}-${stage.slug}`,
    script: commands,
  }
}

/** The artifact comes from the build, the order from the environment before. */
function needs({ app, build }: Delivery, previous: Stage | null): readonly string[] {
  return [...(build.length > 0 ? [`build:${app.name}`] : []), ...(previous ? [nameOf(previous, app)] : [])]
}

/** An image with the tools, a token for AWS, a limit of time, and never cancelled half-way. */
function deployment(delivery: Delivery): Fields {
  const { app, kind, prepare } = delivery
  return {
    image: kind === 'image' ? dockerImage : jobImage({ app }),
    ...(deploysWithDocker(delivery) ? { services: [dind], ...variables(engine) } : {}),
    id_tokens: { AWS_ID_TOKEN: { aud: gitlabAudience } },
    interruptible: false,
    timeout: '1 hour',
    before_script: [...(kind === 'image' ? ['apk add --no-cache aws-cli bash jq'] : []), ...prepare, ...signIn],
  }
}

/** The AWS CLI and SAM take the role by themselves from these variables. */
const signIn: readonly string[] = [
  'export AWS_DEFAULT_REGION="$AWS_REGION" AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)" AWS_ROLE_SESSION_NAME="gitlab-$CI_JOB_ID"',
  'printf %s "$AWS_ID_TOKEN" >"$AWS_WEB_IDENTITY_TOKEN_FILE"',
]

const isFeature = '$CI_COMMIT_BRANCH =~ /^feature\\//'

type Named = readonly [string, GitLabJob]

/** GitLab runs the second job when the branch goes, when there is no code of it any more. */
function featureJobs(delivery: Delivery, feature: NonNullable<Delivery['feature']>): readonly Named[] {
  const { app } = delivery
  const name = `feature/${app.name}/$CI_COMMIT_REF_SLUG`
  const common = { stage: 'feature', extends: hidden(app), resource_group: `${app.name}-$CI_COMMIT_REF_SLUG` }
  const when = { if: isFeature, ...changes(delivery) }
  const branch = 'export BRANCH="$CI_COMMIT_REF_NAME"'
  const deploy: GitLabJob = {
    ...common,
    needs: needs(delivery, null),
    rules: [when],
    environment: { name, on_stop: `feature:delete:${app.name}`, auto_stop_in: '2 weeks' },
    script: [branch, ...feature.deploy],
  }
  const remove: GitLabJob = {
    ...common,
    needs: [],
    rules: [{ ...when, when: 'manual', allow_failure: true }],
    environment: { name, action: 'stop' },
    variables: { ...(deploysWithDocker(delivery) ? engine : {}), GIT_STRATEGY: 'none' },
    ...(delivery.prepare.length > 0 ? { before_script: signIn } : {}),
    script: [branch, ...feature.remove],
  }
  return [
    [`feature:deploy:${app.name}`, deploy],
    [`feature:delete:${app.name}`, remove],
  ]
}
