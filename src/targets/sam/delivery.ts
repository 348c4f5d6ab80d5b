import type { App, Context, Delivery, FeatureDeployment, ProviderId } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { branchPattern } from '../../render/expression.ts'
import { buildScriptPath } from '../../render/providers/build-script.ts'
import { ciCommands } from '../../render/providers/ci-commands.ts'
import { shellWord } from '../../render/shell.ts'
import { pascal } from '../names.ts'
import { builtFolder, stackBase, templateName } from './names.ts'
import { deployScriptPath, featureScriptPath, namingLines, sweepScriptPath } from './scripts.ts'
import { hasImages } from './statements.ts'
import { buildCommand } from './steps-of-build.ts'

/** An app's way to AWS by the scripts that GitHub Actions uses too: built once, then one environment after the other. */
export function samDelivery(app: App, provider: ProviderId, context: Context, features: boolean): Delivery {
  const images = hasImages(app)
  return {
    app,
    provider,
    kind: 'sam',
    build: build(app, context),
    artifact: images ? null : builtFolder(app),
    prepare: images ? [`bash ${buildScriptPath(app)} --without-tests`] : [],
    docker: images || app.language === null,
    platform: 'linux/amd64',
    paths: app.root === '.' || app.workspace !== null ? [] : [`${branchPattern(app.root)}/**/*`, 'infra/cicd/**/*'],
    deployments: stages(context).map(({ slug }) => ({
      slug,
      docker: images,
      preview: [],
      commands: [deploy(app, `${stackBase(app, context)}-${slug}`, stackName(context, slug), slug, 'StackRole')],
    })),
    feature: features ? feature(app, context) : null,
  }
}

function build(app: App, context: Context): Delivery['build'] {
  const region = context.request.region ?? context.config.region ?? 'us-east-1'
  const template = shellWord(templateName(app))
  const command = `AWS_DEFAULT_REGION=${shellWord(region)} sam validate --lint --template ${template} || echo 'sam validate has findings, which do not stop the build'`
  const validate = { title: 'Check the template', command, tests: true }
  const sam = { title: 'Build', command: buildCommand(app), tests: false }
  const before = ciCommands({ ...app, build: sam.command }, context).filter(({ title }) => title !== 'Build')
  return [...before, validate, sam]
}

function deploy(app: App, stack: string, bootstrap: string, environment: string, role: string): string {
  const name = pascal(app.name)
  return `bash ${deployScriptPath} ${shellWord(app.root)} ${stack} ${bootstrap} ${environment} ${name}${role}Arn ${name}ImagesUri`
}

function feature(app: App, context: Context): FeatureDeployment {
  const prefix = stackBase(app, context)
  const bootstrap = stackName(context, stages(context)[0].slug)
  const role = `${pascal(app.name)}FeatureStackRoleArn`
  return {
    deploy: [
      `stack=$(bash ${featureScriptPath} ${prefix} "$BRANCH")`,
      deploy(app, '"$stack"', bootstrap, 'feature', 'FeatureStackRole'),
    ],
    remove: [
      'branch=$BRANCH',
      ...namingLines,
      `stack=${prefix}-feature-\${part:+$part-}$digest`,
      `role=$(aws cloudformation describe-stacks --stack-name ${bootstrap} --output text --query "Stacks[0].Outputs[?OutputKey=='${role}'].OutputValue")`,
      'aws cloudformation delete-stack --stack-name "$stack" --role-arn "$role"',
      'aws cloudformation wait stack-delete-complete --stack-name "$stack"',
    ],
    sweep: [`bash ${sweepScriptPath} ${prefix} ${bootstrap} ${role}`],
  }
}
