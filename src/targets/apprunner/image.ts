import type { App, Context, GeneratedFile, Rendering, Some } from '../../model.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { expression } from '../../render/expression.ts'
import { fact } from '../../render/facts.ts'
import type { WorkflowStep } from '../../render/workflow.ts'
import { textsOf } from '../../text.ts'
import { imageName } from '../ecr/image-name.ts'
import { type Part, partsOf } from '../ecr/parts.ts'
import { imagePaths } from '../ecr/paths.ts'
import { commonPermissions, imagePermissions } from '../ecr/permissions.ts'
import { imageWorkflow } from '../ecr/workflow.ts'
import { parameterPath, parameterSteps, secretNames } from '../environment-variables.ts'
import { storeWarnings } from '../stores.ts'
import { closed } from './closed.ts'
import { imageBootstrap, imageServicePermissions } from './image/bootstrap.ts'
import { imageScriptPath, imageStack, imageTemplatePath, serviceName } from './image/names.ts'
import { imageScript } from './image/script.ts'
import { imageTemplate } from './image/template.ts'

/** App Runner from images that GitHub Actions builds: for accounts that use App Runner, and apps that its runtimes cannot run. */
export function renderImages(apps: Some<App>, context: Context): Rendering {
  const texts = textsOf(context)
  const parts = partsOf(apps, texts)
  return {
    files: [...parts.flatMap((part) => filesOf(part, context)), imageScript(texts)],
    steps: apps.flatMap((app) => steps(app, context)),
    settings: [],
    permissions: [
      ...commonPermissions(texts),
      ...apps.flatMap((app) => [...imagePermissions(app, context), ...imageServicePermissions(app, texts)]),
    ],
    bootstrap: imageBootstrap(apps, context),
    happens: apps.flatMap((app) => happens(app, context)),
    warnings: [...closed(context), ...apps.flatMap((app) => storeWarnings(app, 'apprunner', texts))],
    costs: [texts.apprunner.imageCosts(apps.length), texts.apprunner.ecrStorage],
    leftovers: apps.flatMap((app) => leftovers(app, context)),
    facts: [fact('apprunner-closed'), fact('ecr-scan-on-push')],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      texts.apprunner.buildsImage,
      'Amazon ECR',
      texts.apprunner.service,
      texts.apprunner.address,
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
    imageTemplate(app, command, textsOf(context)),
  ]
}

function steps(app: App, context: Context): Rendering['steps'] {
  const texts = textsOf(context)
  const text = texts.apprunner.handsOver(imageTemplatePath(app), app.name)
  return parameterSteps(app, context, secretNames(app), text)
}

function happens(app: App, context: Context): Rendering['happens'] {
  const texts = textsOf(context)
  const where = stages(context).map(({ name }) => name)
  return [
    { when: texts.apprunner.thisPullRequest, what: texts.apprunner.nothingBuilt(app.name) },
    {
      when: texts.apprunner.onMerge,
      what: texts.apprunner.imageDeployed(app.name, where),
    },
    { when: texts.apprunner.nextPush, what: texts.apprunner.sameAgain(app.name) },
    {
      when: texts.apprunner.toGoBack,
      what: texts.apprunner.goBackText(app.name),
    },
  ]
}

function leftovers(app: App, context: Context): readonly string[] {
  const texts = textsOf(context)
  return stages(context).flatMap((stage) => {
    const stack = imageStack(app, context, stage.slug)
    return [
      texts.apprunner.leftover(stack),
      ...(secretNames(app).length > 0 ? [texts.apprunner.parametersBelow(parameterPath(app, context, stage))] : []),
      texts.apprunner.images(imageName(app, context, stage)),
    ]
  })
}
