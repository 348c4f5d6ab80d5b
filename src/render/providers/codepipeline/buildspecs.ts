import type { Context, Delivery, Deployment, GeneratedFile } from '../../../model.ts'
import { textsOf } from '../../../text.ts'
import { stages } from '../../environments.ts'
import { privatePackages } from '../../private-packages.ts'
import { shellWord } from '../../shell.ts'
import { type Data, plain, toYaml } from '../../yaml.ts'
import { assumeRolePath } from '../assume-role.ts'
import { buildScriptPath } from '../build-script.ts'
import { deploysWithDocker, installs } from '../docker.ts'
import { testStores } from '../test-stores.ts'
import { codeBuildRuntimes } from '../tools.ts'
import { buildspecPath, pipelineStack } from './names.ts'

/** Name of the artifact that the build leaves; CodeBuild gives its folder as `CODEBUILD_SRC_DIR_Built`. */
export const builtArtifact = 'Built'

function deploymentTo({ deployments }: Delivery, slug: string): Deployment {
  return deployments.find((one) => one.slug === slug) ?? { slug, commands: [], docker: false, preview: [] }
}

/** The same project shows what would change, before the approval, and deploys after it. */
function shown(preview: readonly string[]): readonly string[] {
  if (preview.length === 0) return []
  return ['if [ "${MODE:-deploy}" = preview ]; then', ...preview.map((line) => `  ${line}`), '  exit', 'fi']
}

const plainShell: Data = { shell: 'bash' }

/** The commands of every build project. */
export function buildspecs(delivery: Delivery, context: Context): readonly GeneratedFile[] {
  const texts = textsOf(context).providers
  const { app, feature } = delivery
  const file = (name: string, data: Data, purpose: string): GeneratedFile => ({
    path: buildspecPath(app, name),
    mode: '100644',
    content: toYaml(data),
    purpose,
  })
  return [
    ...(delivery.build.length > 0 ? [file('build', buildSpec(delivery, context), texts.buildspecBuild(app.name))] : []),
    ...stages(context).map(({ slug }) => {
      const { commands, preview } = deploymentTo(delivery, slug)
      const env = installs(delivery, slug) ? environment(delivery, context) : plainShell
      return file(
        `deploy-${slug}`,
        deploySpec(delivery, [...shown(preview), ...commands], env),
        texts.buildspecDeploy(app.name, slug),
      )
    }),
    ...(feature
      ? [
          file(
            'deploy-feature-branch',
            deploySpec(
              delivery,
              featureCommands(feature),
              deploysWithDocker(delivery) ? environment(delivery, context) : plainShell,
            ),
            texts.buildspecFeature(app.name),
          ),
        ]
      : []),
  ]
}

function buildSpec(delivery: Delivery, context: Context): Data {
  const { app, artifact } = delivery
  const flag = testStores(app).length > 0 ? ' --without-tests' : ''
  return plain({
    version: 0.2,
    env: environment(delivery, context),
    phases: { ...install(delivery), build: { commands: [`bash ${buildScriptPath(app)}${flag}`] } },
    ...(artifact ? { artifacts: { 'base-directory': artifact, files: ['**/*'] } } : {}),
  })
}

/** The shell, and tokens for private packages where something is installed. */
function environment(delivery: Delivery, context: Context): Data {
  const tokens = tokensOf(delivery).map((name) => [name, tokenPath(delivery, context, name)] as const)
  return { shell: 'bash', ...(tokens.length > 0 ? { 'parameter-store': Object.fromEntries(tokens) } : {}) }
}

/** Names of the tokens for private packages that the builds of an app want. */
export function tokensOf({ app }: Delivery): readonly string[] {
  return Object.keys(privatePackages.env(app))
}

/** Where a person puts the token of a private registry: a SecureString of the Parameter Store. */
export function tokenPath({ app }: Delivery, context: Context, name: string): string {
  return `/${pipelineStack(app, context)}/${name}`
}

function install({ app, kind }: Delivery): { readonly install?: Data } {
  // The CLI of the CDK runs on Node.js, whatever the language of the app.
  const runtimes = { ...(kind === 'cdk' ? { nodejs: '22' } : {}), ...codeBuildRuntimes(app) }
  return Object.keys(runtimes).length === 0 ? {} : { install: { 'runtime-versions': runtimes } }
}

/** In a shell of their own, which may fail without taking CodeBuild's with it. */
function deploySpec(delivery: Delivery, commands: readonly string[], env: Data): Data {
  const { artifact, prepare } = delivery
  const fetch = artifact
    ? [`mkdir -p ${shellWord(artifact)}`, `cp -R "$CODEBUILD_SRC_DIR_${builtArtifact}/." ${shellWord(`${artifact}/`)}`]
    : []
  const script = [
    'set -euo pipefail',
    ...fetch,
    ...prepare,
    'export AWS_ROLE_ARN="$DEPLOY_ROLE_ARN" AWS_REGION="$DEPLOY_REGION"',
    `. ${assumeRolePath}`,
    ...commands,
  ]
  return plain({
    version: 0.2,
    env,
    phases: {
      ...(prepare.length > 0 ? install(delivery) : {}),
      build: { commands: [`(\n${script.map((line) => `  ${line}`).join('\n')}\n)\n`] },
    },
  })
}

/** The pipeline also runs every night, for the default branch: then there is nothing to deploy. */
function featureCommands(feature: NonNullable<Delivery['feature']>): readonly string[] {
  return ['case $BRANCH in feature/*)', ...feature.deploy.map((line) => `  ${line}`), '  ;;', 'esac', ...feature.sweep]
}
