import type { Context, Delivery, GeneratedFile } from '../../../model.ts'
import { textsOf } from '../../../text.ts'
import { stages } from '../../environments.ts'
import { privatePackages } from '../../private-packages.ts'
import { shellWord } from '../../shell.ts'
import { type Data, plain, toYaml } from '../../yaml.ts'
import { assumeRolePath } from '../assume-role.ts'
import { buildScriptPath } from '../build-script.ts'
import { testStores } from '../test-stores.ts'
import { codeBuildRuntimes } from '../tools.ts'
import { buildspecPath, pipelineStack } from './names.ts'

/** Name of the artifact that the build leaves; CodeBuild gives its folder as `CODEBUILD_SRC_DIR_Built`. */
export const builtArtifact = 'Built'

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
      const commands = delivery.deployments.find((one) => one.slug === slug)?.commands ?? []
      return file(`deploy-${slug}`, deploySpec(delivery, commands), texts.buildspecDeploy(app.name, slug))
    }),
    ...(feature
      ? [
          file(
            'deploy-feature-branch',
            deploySpec(delivery, featureCommands(feature)),
            texts.buildspecFeature(app.name),
          ),
        ]
      : []),
  ]
}

function buildSpec(delivery: Delivery, context: Context): Data {
  const { app, artifact } = delivery
  const tokens = Object.keys(privatePackages.env(app))
  const flag = testStores(app).length > 0 ? ' --without-tests' : ''
  return plain({
    version: 0.2,
    env: {
      shell: 'bash',
      ...(tokens.length > 0
        ? { 'parameter-store': Object.fromEntries(tokens.map((name) => [name, tokenPath(delivery, context, name)])) }
        : {}),
    },
    phases: { ...install(delivery), build: { commands: [`bash ${buildScriptPath(app)}${flag}`] } },
    artifacts: artifact ? { 'base-directory': artifact, files: ['**/*'] } : { files: ['infra/cicd/**/*'] },
  })
}

/** Where a person puts the token of a private registry: a SecureString of the Parameter Store. */
export function tokenPath({ app }: Delivery, context: Context, name: string): string {
  return `/${pipelineStack(app, context)}/${name}`
}

function install({ app }: Delivery): { readonly install?: Data } {
  const runtimes = codeBuildRuntimes(app)
  return Object.keys(runtimes).length === 0 ? {} : { install: { 'runtime-versions': runtimes } }
}

/** In a shell of their own, which may fail without taking CodeBuild's with it. */
function deploySpec(delivery: Delivery, commands: readonly string[]): Data {
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
    env: { shell: 'bash' },
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
