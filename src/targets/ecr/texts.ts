import type { App, Context, ProviderId, Rendering, Step } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { pipelineName } from '../../render/providers/codepipeline/names.ts'
import { type Texts, textsOf } from '../../text.ts'
import { ownNames, parameterPath, parameterSteps, secretNames } from '../environment-variables.ts'
import { portOf } from '../start-command.ts'
import { storeWarnings } from '../stores.ts'
import { settingsPath } from './express.ts'
import type { ImageBuild } from './image-build.ts'
import { imageName } from './image-name.ts'
import { workerTemplatePath } from './worker-template.ts'

/** What a person does by hand; roles and repository come with the bootstrap stack. */
export function steps(app: App, context: Context): readonly Step[] {
  const { ecr } = textsOf(context)
  return app.kind === 'worker'
    ? parameterSteps(app, context, secretNames(app), ecr.handsOver(workerTemplatePath(app), app.name))
    : parameterSteps(app, context, ownNames(app), ecr.leaveOut(app.name))
}

export function happens(app: App, provider: ProviderId | null, context: Context): Rendering['happens'] {
  const { ecr } = textsOf(context)
  const where = stages(context).map((stage) => stage.name)
  const how = app.kind === 'worker' ? ecr.howWorker : ecr.howServer
  return [
    { when: ecr.thisPullRequest, what: ecr.nothingBuilt(app.name) },
    { when: ecr.onMerge, what: ecr.deployed(app.name, where, how) },
    { when: ecr.nextPush, what: ecr.sameAgain(app.name) },
    { when: ecr.toGoBack, what: provider ? wayBack(provider, app, context) : ecr.goBackText(app.name) },
  ]
}

/** Every provider can run the deployment of an earlier commit again; its image is found by its tag, so that nothing is built. */
function wayBack(provider: ProviderId, app: App, context: Context): string {
  const { goBack } = textsOf(context).ecr
  return provider === 'codepipeline' ? goBack.codepipeline(pipelineName(app, context)) : goBack[provider]
}

export function warnings(app: App, image: ImageBuild, texts: Texts): readonly string[] {
  return [
    ...besideTheirs(app, image, texts),
    ...(app.kind === 'worker' ? [] : serverWarnings(app, image, texts)),
    ...storeWarnings(app, 'ecs', texts),
  ]
}

/** A Dockerfile that cannot be used stays, and another one is built: nobody should look for the difference in the wrong file. */
function besideTheirs(app: App, image: ImageBuild, { ecr }: Texts): readonly string[] {
  const theirs = app.dockerfile?.path ?? app.occupied.find((name) => name.toLowerCase() === 'dockerfile')
  const ours = image.files[0]?.path
  if (theirs === undefined || ours === undefined || theirs === ours) return []
  return [ecr.besideTheirs(code(theirs), app.name, code(ours))]
}

function serverWarnings(app: App, image: ImageBuild, { ecr }: Texts): readonly string[] {
  const port = portOf(app)
  const conflicts = image.files.length === 0 && app.port !== null && app.port !== port
  return [
    ...(conflicts ? [ecr.portConflict(code(image.dockerfile), port, app.port)] : []),
    ...(app.healthPath ? [] : [ecr.noHealthPath(app.name, settingsPath(app))]),
    ...(app.framework === 'fastify' && image.files.length > 0 ? [ecr.fastify(app.name)] : []),
  ]
}

export function costs(servers: readonly App[], workers: readonly App[], { ecr }: Texts): readonly string[] {
  return [
    ecr.taskCosts(servers.length + workers.length),
    ...(servers.length > 0 ? [ecr.balancerCosts] : []),
    ecr.storageCosts,
  ]
}

export function leftovers(app: App, context: Context): readonly string[] {
  const { ecr } = textsOf(context)
  return stages(context).flatMap((stage) => {
    const stack = stackName(context, stage.slug)
    return [
      app.kind === 'worker' ? ecr.workerLeftover(`${stack}-${app.name}`) : ecr.serverLeftover(`${stack}-${app.name}`),
      ecr.parametersBelow(parameterPath(app, context, stage)),
      ecr.images(imageName(app, context, stage)),
    ]
  })
}
