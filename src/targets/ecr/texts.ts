import type { App, Context, ProviderId, Rendering, Step } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { pipelineName } from '../../render/providers/codepipeline/names.ts'
import type { Texts } from '../../text.ts'
import { ownNames, parameterPath, parameterSteps, secretNames } from '../environment-variables.ts'
import { portOf } from '../start-command.ts'
import { storeWarnings } from '../stores.ts'
import { settingsPath } from './express.ts'
import type { ImageBuild } from './image-build.ts'
import { imageName } from './image-name.ts'
import { workerTemplatePath } from './worker-template.ts'

/** What a person does by hand; roles and repository come with the bootstrap stack. */
export function steps(app: App, context: Context): readonly Step[] {
  if (app.kind === 'worker') {
    const text = `\`${workerTemplatePath(app)}\` hands them to the container; take out there what ${app.name} can do without.`
    return parameterSteps(app, context, secretNames(app), text)
  }
  const text = `Leave out what ${app.name} can do without. Every parameter below that path becomes an environment variable with the next deployment.`
  return parameterSteps(app, context, ownNames(app), text)
}

export function happens(app: App, provider: ProviderId | null, context: Context): Rendering['happens'] {
  const names = stages(context).map((stage) => stage.name)
  const where = names.join(', then ')
  const how =
    app.kind === 'worker'
      ? 'New tasks replace the old ones; when they do not start, ECS goes back by itself.'
      : 'The first deployment makes load balancer and certificate and takes about ten minutes. Each later one shifts 5 % of the traffic, waits, then the rest, and goes back by itself when errors rise.'
  return [
    { when: 'On this pull request', what: `Nothing of ${app.name} is built or deployed.` },
    { when: 'On merge', what: `The image of ${app.name} is built, pushed to ECR and deployed to ${where}. ${how}` },
    { when: 'On the next push', what: `The same, with a new image, for each commit that touches ${app.name}.` },
    {
      when: 'To go back',
      what: provider ? wayBack[provider](app, context) : byWorkflow(app),
    },
  ]
}

function byWorkflow({ name }: App): string {
  return `Actions → Deploy ${name} → Run workflow, with the id of an earlier commit: its image is deployed again, nothing is built. Or \`gh workflow run deploy-${name}.yml -f commit=$(git rev-parse HEAD~1)\`.`
}

/** Every provider can run the deployment of an earlier commit again; its image is found by its tag, so that nothing is built. */
const wayBack: Readonly<Record<ProviderId, (app: App, context: Context) => string>> = {
  gitlab: () =>
    'Operate → Environments → the environment → roll back to an earlier deployment: its job runs again, finds the image of its commit and builds nothing.',
  bitbucket: () =>
    'Deployments → the environment → redeploy an earlier deployment: its step runs again, finds the image of its commit and builds nothing.',
  jenkins: () =>
    'The earlier build → Restart from Stage → the deployment: it runs again for that commit, finds its image and builds nothing.',
  codepipeline: (app, context) =>
    `\`aws codepipeline start-pipeline-execution --name ${pipelineName(app, context)} --source-revisions "actionName=Source,revisionType=COMMIT_ID,revisionValue=$(git rev-parse HEAD~1)"\`: the image of that commit is found and deployed again, nothing is built.`,
}

export function warnings(app: App, image: ImageBuild, texts: Texts): readonly string[] {
  return [
    ...besideTheirs(app, image),
    ...(app.kind === 'worker' ? [] : serverWarnings(app, image)),
    ...storeWarnings(app, 'ecs', texts),
  ]
}

/** A Dockerfile that cannot be used stays, and another one is built: nobody should look for the difference in the wrong file. */
function besideTheirs(app: App, image: ImageBuild): readonly string[] {
  const theirs = app.dockerfile?.path ?? app.occupied.find((name) => name.toLowerCase() === 'dockerfile')
  const ours = image.files[0]?.path
  if (theirs === undefined || ours === undefined || theirs === ours) return []
  return [
    `${code(theirs)} stays as it is and is not used, since it does not build what runs ${app.name}. The workflow builds ${code(ours)}. To use your own: make it build and start ${app.name}, delete ${code(ours)}, and run the command again.`,
  ]
}

function serverWarnings(app: App, image: ImageBuild): readonly string[] {
  const port = portOf(app)
  const conflict =
    image.files.length === 0 && app.port !== null && app.port !== port
      ? [
          `${code(image.dockerfile)} exposes port ${port}, the code listens on ${app.port}: ${port} is used, and \`PORT\` is set to it.`,
        ]
      : []
  const health = app.healthPath
    ? []
    : [
        `No health check path was found in ${app.name}. The load balancer asks for \`/\` and wants status 200: where \`/\` answers otherwise, set \`healthCheckPath\` in \`${settingsPath(app)}\` before merging, or the first deployment fails.`,
      ]
  const local =
    app.framework === 'fastify' && image.files.length > 0
      ? [
          `Fastify listens on the local machine only unless told \`host: '0.0.0.0'\`; the load balancer does not reach ${app.name} otherwise.`,
        ]
      : []
  return [...conflict, ...health, ...local]
}

export function costs(servers: readonly App[], workers: readonly App[]): readonly string[] {
  const all = servers.length + workers.length
  return [
    `ECS: ${all} Fargate ${all === 1 ? 'task runs' : 'tasks run'} all day at the least, each with a public IPv4 address; nothing scales to zero.`,
    ...(servers.length > 0
      ? [
          'One Application Load Balancer by the hour; up to 25 Express Mode services of a VPC share it. Express Mode itself is free.',
        ]
      : []),
    'ECR: storage of the last 50 images of each app. CloudWatch Logs: kept for 30 days.',
  ]
}

export function leftovers(app: App, context: Context): readonly string[] {
  return stages(context).flatMap((stage) => {
    const stack = stackName(context, stage.slug)
    const service =
      app.kind === 'worker'
        ? `Stack \`${stack}-${app.name}\`: \`aws cloudformation delete-stack --stack-name ${stack}-${app.name}\` (before the bootstrap stack)`
        : `Service \`${stack}-${app.name}\` with its load balancer: \`aws ecs delete-express-gateway-service --service-arn "$(aws ecs describe-services --services ${stack}-${app.name} --query 'services[0].serviceArn' --output text)"\`. ECS keeps the name for a while.`
    return [
      service,
      `Parameters below \`${parameterPath(app, context, stage)}\`, where you made some`,
      `Images: \`aws ecr delete-repository --force --repository-name ${imageName(app, context, stage)}\``,
    ]
  })
}
