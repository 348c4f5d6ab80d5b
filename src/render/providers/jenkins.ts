import type { Context, Delivery, GeneratedFile } from '../../model.ts'
import { textsOf } from '../../text.ts'
import { stackName } from '../bootstrap/steps.ts'
import { type Stage, stages } from '../environments.ts'
import { privatePackages } from '../private-packages.ts'
import { assumeRolePath } from './assume-role.ts'
import { buildScriptPath } from './build-script.ts'
import { deploysWithDocker, installs } from './docker.ts'
import { groovyText } from './groovy.ts'
import { testStores } from './test-stores.ts'
import { deployImage, jobImage, testImage } from './tools.ts'

export const jenkinsPath = 'Jenkinsfile'

/** How the environment variables of Jenkins begin that tell an environment's role and Region: `CICD_SHOP_PRODUCTION`. */
export function jenkinsPrefix(context: Context, slug: string): string {
  return stackName(context, slug)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
}

/** The pipeline of all apps, for a multibranch job. */
export function jenkinsFile(deliveries: readonly Delivery[], context: Context): GeneratedFile {
  const all = stages(context)
  const features = deliveries.filter(({ feature }) => feature !== null)
  const parts = [
    ...deliveries.filter(({ build }) => build.length > 0).map(buildStage),
    ...(features.length > 0 ? [featureStage(features, context)] : []),
    ...all.map((stage) => deployStage(deliveries, stage, context)),
    ...(features.length > 0 ? [sweepStage(features, context)] : []),
  ]
  return {
    path: jenkinsPath,
    mode: '100644',
    content: `${head(features.length > 0)}
${signedIn}
pipeline {
  agent none
  options {
    disableConcurrentBuilds()
    buildDiscarder(logRotator(numToKeepStr: '50'))
    preserveStashes(buildCount: 5)
    timeout(time: 1, unit: 'DAYS')
  }
${features.length > 0 ? nightly(context) : ''}  stages {
${parts.join('\n')}
  }
}
`,
    purpose: textsOf(context).providers.purpose(
      'Jenkins',
      deliveries.map(({ app }) => app.name).join(', '),
      all.map(({ name }) => name),
    ),
  }
}

function head(features: boolean): string {
  const lines = [
    'Every branch is tested and built without AWS. Jenkins has no identity that AWS trusts by itself: deployments take the role of their environment',
    'from the role that the agents have, or from the access key that the credential CICD_…_CREDENTIALS names.',
    ...(features
      ? ['Branches feature/* get a stack of their own; every night those go that did not change for two weeks.']
      : []),
  ]
  return lines.map((line) => `// ${line}`).join('\n')
}

/** Shared by all stages that change AWS. */
const signedIn = `
def deploy(String name, String commands) {
  def role = env."\${name}_ROLE_ARN"
  def region = env."\${name}_REGION"
  def key = env."\${name}_CREDENTIALS"
  if (!role || !region) {
    error("Set \${name}_ROLE_ARN and \${name}_REGION among the environment variables of Jenkins.")
  }
  def script = "#!/usr/bin/env bash\\nset -euo pipefail\\n" + commands
  def run = {
    withEnv(["AWS_ROLE_ARN=\${role}", "AWS_REGION=\${region}", "BRANCH=\${env.BRANCH_NAME}"]) {
      timeout(time: 1, unit: 'HOURS') { sh script }
    }
  }
  if (key) {
    withCredentials([usernamePassword(credentialsId: key, usernameVariable: 'AWS_ACCESS_KEY_ID', passwordVariable: 'AWS_SECRET_ACCESS_KEY')]) { run() }
  } else {
    run()
  }
}
`

function nightly(context: Context): string {
  return `  triggers {
    cron(env.BRANCH_NAME == ${groovyText(stages(context)[0].branch)} ? 'H 3 * * *' : '')
  }
`
}

/** The image that deployments run in. */
function deployIn(delivery: Delivery): string {
  return delivery.kind === 'image' ? deployImage : jobImage(delivery)
}

/** Where a stage runs: in the image with the tools, or on a machine with Docker where images are built. One statement a line, as Jenkins wants it. */
function agent(
  deliveries: readonly Delivery[],
  needsDocker: boolean,
  image: (delivery: Delivery) => string = deployIn,
): string {
  const first = deliveries.find(({ kind }) => kind !== 'image') ?? deliveries[0]
  if (!first || needsDocker) return "agent { label 'docker' }"
  const root = first.app.language === 'go' || first.app.language === 'rust' ? ' -u root' : ''
  return `agent {
        docker {
          image '${image(first)}'
          args '-e HOME=/tmp${root}'
        }
      }`
}

function buildStage(delivery: Delivery): string {
  const { app, artifact } = delivery
  const flag = testStores(app).length > 0 ? ' --without-tests' : ''
  return `    stage('Test and build ${app.name}') {
      when {
        beforeAgent true
        not { triggeredBy 'TimerTrigger' }
      }
      ${agent([delivery], delivery.docker, testImage)}
${tokens([delivery])}      steps {
        timeout(time: 30, unit: 'MINUTES') {
          sh 'bash ${buildScriptPath(app)}${flag}'
        }
${artifact ? `        stash name: '${app.name}', includes: ${groovyText(`${artifact}/**`)}, useDefaultExcludes: false\n` : ''}      }
    }`
}

/** Tokens for private packages, where something is installed. */
function tokens(deliveries: readonly Delivery[]): string {
  const names = [...new Set(deliveries.flatMap(({ app }) => Object.keys(privatePackages.env(app))))]
  const lines = names.map((name) => `        ${name} = credentials('${name}')`)
  return lines.length === 0 ? '' : `      environment {\n${lines.join('\n')}\n      }\n`
}

function deployStage(deliveries: readonly Delivery[], stage: Stage, context: Context): string {
  const commands = deliveries.flatMap(
    ({ deployments }) => deployments.find(({ slug }) => slug === stage.slug)?.commands ?? [],
  )
  const input = stage.approval
    ? `      input {
        message 'Deploy to ${stage.slug}?'
        ok 'Deploy'
      }
`
    : ''
  return `    stage('Deploy to ${stage.slug}') {
      when {
        beforeInput true
        beforeAgent true
        allOf {
          expression { env.BRANCH_NAME == ${groovyText(stage.branch)} }
          not { triggeredBy 'TimerTrigger' }
        }
      }
${input}      ${agent(deliveries, deliveries.some(deploysWithDocker))}
${tokens(deliveries.filter((one) => installs(one, stage.slug)))}      steps {
${steps(deliveries, jenkinsPrefix(context, stage.slug), commands)}
      }
    }`
}

function featureStage(deliveries: readonly Delivery[], context: Context): string {
  const commands = deliveries.flatMap(({ feature }) => feature?.deploy ?? [])
  return `    stage('Deploy the feature stack') {
      when {
        beforeAgent true
        expression { env.BRANCH_NAME?.startsWith('feature/') }
      }
      ${agent(deliveries, deliveries.some(deploysWithDocker))}
      steps {
${steps(deliveries, jenkinsPrefix(context, 'feature'), commands)}
      }
    }`
}

function sweepStage(deliveries: readonly Delivery[], context: Context): string {
  const commands = deliveries.flatMap(({ feature }) => feature?.sweep ?? [])
  return `    stage('Delete old feature stacks') {
      when {
        beforeAgent true
        triggeredBy 'TimerTrigger'
      }
      ${agent(deliveries, deliveries.some(deploysWithDocker))}
      steps {
        deploy('${jenkinsPrefix(context, 'feature')}', ${script(commands)})
      }
    }`
}

function steps(deliveries: readonly Delivery[], prefix: string, commands: readonly string[]): string {
  const unstash = deliveries.flatMap(({ app, artifact }) => (artifact ? [`        unstash '${app.name}'`] : []))
  const prepare = deliveries.flatMap(({ prepare }) => prepare).map((line) => `        sh ${groovyText(line)}`)
  return [...unstash, ...prepare, `        deploy('${prefix}', ${script(commands)})`].join('\n')
}

/** The commands as a text of Groovy, line by line. */
function script(commands: readonly string[]): string {
  const lines = [`. ${assumeRolePath}`, ...commands]
  return `[\n${lines.map((line) => `          ${groovyText(line)},`).join('\n')}\n        ].join('\\n')`
}
