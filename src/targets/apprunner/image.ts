import type { App, Context, GeneratedFile, Rendering, Some } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { expression } from '../../render/expression.ts'
import { fact } from '../../render/facts.ts'
import type { WorkflowStep } from '../../render/workflow.ts'
import { imageName } from '../ecr/image-name.ts'
import { type Part, partsOf } from '../ecr/parts.ts'
import { imagePaths } from '../ecr/paths.ts'
import { commonPermissions, imagePermissions } from '../ecr/permissions.ts'
import { imageWorkflow } from '../ecr/workflow.ts'
import { parameterPath, parameterSteps, secretNames } from '../environment-variables.ts'
import { storeWarnings } from '../stores.ts'
import { closed } from './closed.ts'
import { imageBootstrap, imageServicePermissions } from './image/bootstrap.ts'
import { imageScriptPath, imageTemplatePath, serviceName } from './image/names.ts'
import { imageScript } from './image/script.ts'
import { imageTemplate } from './image/template.ts'

/** App Runner from images that GitHub Actions builds: for accounts that use App Runner, and apps that its runtimes cannot run. */
export function renderImages(apps: Some<App>, context: Context): Rendering {
  const parts = partsOf(apps)
  return {
    files: [...parts.flatMap((part) => filesOf(part, context)), imageScript],
    steps: apps.flatMap((app) => steps(app, context)),
    settings: [],
    permissions: [
      ...commonPermissions(),
      ...apps.flatMap((app) => [...imagePermissions(app, context), ...imageServicePermissions(app)]),
    ],
    bootstrap: imageBootstrap(apps, context),
    happens: apps.flatMap((app) => happens(app, context)),
    warnings: [...closed(context), ...apps.flatMap((app) => storeWarnings(app, 'apprunner'))],
    costs: [
      `App Runner: ${apps.length === 1 ? 'one instance' : `${apps.length} instances`} of 1 vCPU and 2 GB kept ready all day (memory is billed always, the processor while requests are served). It never scales to zero.`,
      'ECR: storage of the last 50 images of each app.',
    ],
    leftovers: apps.flatMap((app) => leftovers(app, context)),
    facts: [fact('apprunner-closed'), fact('ecr-scan-on-push')],
    delivery: [
      'Push to GitHub',
      'GitHub Actions builds the image',
      'Amazon ECR',
      'App Runner service',
      'HTTPS address',
    ],
  }
}

function filesOf({ app, image, command }: Part, context: Context): readonly GeneratedFile[] {
  const deploy = (stage: Stage): readonly WorkflowStep[] => [
    {
      name: 'Deploy to App Runner',
      id: 'deploy',
      run: `${imageScriptPath} ${imageTemplatePath(app)} "$STACK" ${app.name} "$IMAGE"`,
      env: { IMAGE: expression('steps.image.outputs.image'), SERVICE: serviceName(app, context, stage.slug) },
    },
  ]
  return [
    ...image.files,
    imageWorkflow({ app, context, image, deploy, paths: imagePaths(app, image), hasUrl: true }),
    imageTemplate(app, command),
  ]
}

function steps(app: App, context: Context): Rendering['steps'] {
  const text = `\`${imageTemplatePath(app)}\` hands them to the service, which does not start without them; take out there what ${app.name} can do without.`
  return parameterSteps(app, context, secretNames(app), text)
}

function happens(app: App, context: Context): Rendering['happens'] {
  const where = stages(context)
    .map(({ name }) => name)
    .join(', then ')
  return [
    { when: 'On this pull request', what: `Nothing of ${app.name} is built or deployed.` },
    {
      when: 'On merge',
      what: `The image of ${app.name} is built, pushed to ECR and deployed to ${where}. When the health check of the new image fails, the last one keeps running.`,
    },
    { when: 'On the next push', what: `The same, with a new image, for each commit that touches ${app.name}.` },
    {
      when: 'To go back',
      what: `Actions → Deploy ${app.name} → Run workflow, with the id of an earlier commit: its image is deployed again, nothing is built.`,
    },
  ]
}

function leftovers(app: App, context: Context): readonly string[] {
  return stages(context).flatMap((stage) => {
    const stack = `${stackName(context, stage.slug)}-${app.name}`
    return [
      `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\` (before the bootstrap stack)`,
      ...(secretNames(app).length > 0 ? [`Parameters below \`${parameterPath(app, context, stage)}\``] : []),
      `Images: \`aws ecr delete-repository --force --repository-name ${imageName(app, context, stage)}\``,
    ]
  })
}
