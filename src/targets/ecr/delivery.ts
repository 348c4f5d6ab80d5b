import type { App, Context, Delivery, Language, ProviderId } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import type { Stage } from '../../render/environments.ts'
import { privatePackages } from '../../render/private-packages.ts'
import { ciCommands } from '../../render/providers/ci-commands.ts'
import { shellWord } from '../../render/shell.ts'
import { settingsPath } from './express.ts'
import { expressScriptPath } from './express-script.ts'
import type { ImageBuild } from './image-build.ts'
import { imageName } from './image-name.ts'
import { imageScriptPath } from './image-script.ts'
import type { Part } from './parts.ts'
import { imagePaths } from './paths.ts'
import { type Pipeline, pipelines } from './pipelines.ts'
import { workerScriptPath } from './worker-script.ts'
import { workerTemplatePath } from './worker-template.ts'

// Languages that jobs have an image for, besides the one that the app is built into.
const tested: readonly Language[] = ['node', 'python', 'go', 'java', 'ruby', 'dotnet', 'rust']

/** The way of an app's image: tested, built once for each branch by the first environment, and taken from there by the others. */
export function imageDelivery({ app, image }: Part, provider: ProviderId, context: Context): Delivery {
  return {
    app,
    provider,
    kind: 'image',
    build: checks(app, context),
    artifact: null,
    prepare: [],
    docker: false,
    platform: image.platform,
    paths: imagePaths(app, image)
      .filter((path) => !path.startsWith('.github/'))
      .map((path) => (path === 'infra/cicd/deploy-*.sh' ? 'infra/cicd/*.sh' : path)),
    deployments: pipelines(context).flatMap((pipeline) =>
      pipeline.stages.map((stage) => ({
        slug: stage.slug,
        docker: stage === pipeline.stages[0],
        preview: [],
        commands: commands(app, image, stage, pipeline, context),
      })),
    ),
    feature: null,
  }
}

/** Install, lint and test; the build is the image's. Nothing where no job could test the language, or there is nothing to test. */
function checks(app: App, context: Context): Delivery['build'] {
  if (app.language === null || !tested.includes(app.language)) return []
  const steps = ciCommands({ ...app, build: null }, context)
  return steps.some(({ title }) => title === 'Lint' || title === 'Test') ? steps : []
}

function commands(app: App, image: ImageBuild, stage: Stage, { stages: [builder] }: Pipeline, context: Context) {
  const stack = stackName(context, stage.slug)
  const name = imageName(app, context, builder)
  const found = stage === builder ? built(app, image, name) : `${elsewhere(builder)}bash ${imageScriptPath} ${name}`
  const deploy =
    app.kind === 'worker'
      ? `bash ${workerScriptPath} ${workerTemplatePath(app)}`
      : `bash ${expressScriptPath} ${settingsPath(app)}`
  const where = stage.subnets === undefined ? '' : `SUBNET_IDS=${stage.subnets.join(',')} `
  return [`image=$(${found})`, `${where}${deploy} ${stack} ${app.name} "$image"`]
}

function built(app: App, { platform, dockerfile, context, stage }: ImageBuild, name: string): string {
  const secrets = Object.keys(privatePackages.env(app))
  const given = secrets.length > 0 ? `BUILD_SECRETS=${shellWord(secrets.join(' '))} ` : ''
  const target = stage === null ? '' : ` ${shellWord(stage)}`
  return `${given}bash ${imageScriptPath} ${name} ${platform} ${shellWord(dockerfile)} ${shellWord(context)}${target}`
}

/** Where the image was built, if that is known to be another account or Region. */
function elsewhere({ account, region }: Stage): string {
  const values = [
    account ? `BUILDER_ACCOUNT=${shellWord(account)}` : '',
    region ? `BUILDER_REGION=${shellWord(region)}` : '',
  ]
  return values
    .filter((value) => value !== '')
    .map((value) => `${value} `)
    .join('')
}
