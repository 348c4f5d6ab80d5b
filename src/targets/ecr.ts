import type { App, Choice, Context, GeneratedFile, Host, ProviderId, Rendering, Some } from '../model.ts'
import { stackName } from '../render/bootstrap/steps.ts'
import type { Stage } from '../render/environments.ts'
import { expression } from '../render/expression.ts'
import { fact } from '../render/facts.ts'
import { providerNames } from '../render/provider-names.ts'
import type { WorkflowStep } from '../render/workflow.ts'
import { type Texts, textsOf } from '../text.ts'
import { imageDelivery } from './ecr/delivery.ts'
import { expressHost, expressScriptFile, expressSettings, settingsPath } from './ecr/express.ts'
import { expressScriptPath } from './ecr/express-script.ts'
import { imageScript } from './ecr/image-script.ts'
import { type Part, partsOf } from './ecr/parts.ts'
import { imagePaths } from './ecr/paths.ts'
import { commonPermissions, expressPermissions, imagePermissions, sharedExpressPermissions } from './ecr/permissions.ts'
import { executionRole, infrastructureRole, logGroup, outputOf, repositoryResources } from './ecr/resources.ts'
import { costs, happens, leftovers, steps, warnings } from './ecr/texts.ts'
import { fitsImage, servesImage } from './ecr/verdicts.ts'
import { stackRole, workerPermissions } from './ecr/worker-bootstrap.ts'
import { workerScript, workerScriptPath } from './ecr/worker-script.ts'
import { workerTemplate, workerTemplatePath } from './ecr/worker-template.ts'
import { deployPath, imageWorkflow } from './ecr/workflow.ts'
import type { Target } from './target.ts'

/** A container image, built by the CI provider: servers on ECS Express Mode, workers on a plain ECS service. */
export const ecr: Target = {
  id: 'ecr',
  serves: servesImage,
  fits: fitsImage,
  render,
  host,
  workflow: deployPath,
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const texts = textsOf(context)
  const { ci } = choices[0]
  const provider = ci === null || ci === 'github-actions' ? null : ci
  const parts = partsOf(
    choices.map(({ app }) => app),
    texts,
  )
  const servers = parts.filter(({ app }) => app.kind !== 'worker').map(({ app }) => app)
  const workers = parts.filter(({ app }) => app.kind === 'worker').map(({ app }) => app)
  return {
    files: [
      ...parts.flatMap((part) => filesOf(part, provider, context)),
      ...(provider ? [imageScript(texts)] : []),
      ...(servers.length > 0 ? [expressScriptFile(texts)] : []),
      ...(workers.length > 0 ? [workerScriptFile(texts)] : []),
    ],
    steps: parts.flatMap(({ app }) => steps(app, context)),
    settings: [],
    permissions: [
      ...commonPermissions(texts),
      ...parts.flatMap(({ app }) => imagePermissions(app, context)),
      ...servers.flatMap((app) => expressPermissions(app, texts)),
      ...(servers.length > 0 ? sharedExpressPermissions(texts) : []),
      ...workers.flatMap((app) => workerPermissions(app, texts)),
    ],
    bootstrap: bootstrap(
      parts.map(({ app }) => app),
      servers.length > 0,
      workers.length > 0,
      context,
    ),
    happens: parts.flatMap(({ app }) => happens(app, provider, context)),
    warnings: parts.flatMap(({ app, image }) => warnings(app, image, texts)),
    costs: costs(servers, workers, texts),
    leftovers: parts.flatMap(({ app }) => leftovers(app, context)),
    facts: [
      ...(servers.length > 0 ? [fact('ecs-express'), fact('ecs-express-canary'), fact('ecs-express-defaults')] : []),
      fact('ecr-scan-on-push'),
    ],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      texts.ecr.buildsImage(providerNames[provider ?? 'github-actions']),
      'Amazon ECR',
      servers.length > 0 ? 'ECS Express Mode' : texts.ecr.fargate,
      ...(servers.length > 0 ? [texts.ecr.loadBalancer] : []),
    ],
    ...(provider ? { deliveries: parts.map((part) => imageDelivery(part, provider, context)) } : {}),
  }
}

const workerScriptFile = (texts: Texts): GeneratedFile => ({
  path: workerScriptPath,
  mode: '100755',
  content: workerScript,
  purpose: texts.ecr.scriptPurpose,
})

function host(app: App, stage: Stage, context: Context): Host {
  if (app.kind !== 'worker') return expressHost(app, context, stage)
  const stack = stackName(context, stage.slug)
  return { kind: 'worker', stack: `${stack}-${app.name}`, logGroup: `/ecs/${stack}/${app.name}` }
}

function filesOf(part: Part, provider: ProviderId | null, context: Context): readonly GeneratedFile[] {
  const { app, image, command } = part
  const worker = app.kind === 'worker'
  return [
    ...image.files,
    ...(provider ? [] : [workflowOf(part, context)]),
    worker
      ? workerTemplate(app, image.platform, command, textsOf(context))
      : expressSettings(app, image.platform, command, textsOf(context)),
  ]
}

function workflowOf({ app, image }: Part, context: Context): GeneratedFile {
  const worker = app.kind === 'worker'
  const run = worker
    ? `${workerScriptPath} ${workerTemplatePath(app)} "$STACK" ${app.name} "$IMAGE"`
    : `${expressScriptPath} ${settingsPath(app)} "$STACK" ${app.name} "$IMAGE"`
  const deploy = (_: Stage): readonly WorkflowStep[] => [
    {
      name: worker ? 'Deploy to ECS' : 'Deploy to ECS Express Mode',
      id: 'deploy',
      run,
      env: { IMAGE: expression('steps.image.outputs.image') },
    },
  ]
  return imageWorkflow({ app, context, image, deploy, paths: imagePaths(app, image), hasUrl: !worker })
}

function bootstrap(apps: readonly App[], servers: boolean, workers: boolean, context: Context): Rendering['bootstrap'] {
  const resources = Object.assign(
    {},
    ...apps.flatMap((app) => [repositoryResources(app, context), logGroup(app)]),
    executionRole,
    servers ? infrastructureRole : {},
    workers ? stackRole : {},
  )
  return {
    parameters: {},
    resources,
    outputs: {
      ...outputOf('EcsExecutionRole', 'Starts the containers'),
      ...(servers ? outputOf('EcsInfrastructureRole', 'Lets ECS Express Mode make its load balancer') : {}),
      ...(workers ? outputOf('EcsStackRole', 'Lets CloudFormation make the services of workers') : {}),
    },
  }
}
