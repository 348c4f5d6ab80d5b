import type { App, Context } from '../../model.ts'
import { ciJob } from '../../render/ci/job.ts'
import { checkout } from '../../render/deploy-job.ts'
import { expression, literal } from '../../render/expression.ts'
import { setUp } from '../../render/setup.ts'
import { shellWord } from '../../render/shell.ts'
import type { ActionStep, Job, WorkflowStep } from '../../render/workflow.ts'
import { builtFolder, templateName } from './names.ts'
import { hasImages } from './statements.ts'

/** The SAM CLI by its own installer, which needs no Python of the job. */
export function setUpSam(): ActionStep {
  return {
    name: 'Set up the SAM CLI',
    uses: 'aws-actions/setup-sam',
    with: { 'use-installer': true, token: expression('github.token') },
  }
}

/** Name of the artifact with what was built. */
export function artifactName(app: App): string {
  return `built-${app.name}`
}

/**
 * The job that tests and builds: no AWS credentials, no token but for reading the code. What it builds is what every environment gets.
 * Functions that are images stay on the machine that built them; for these it tests and builds, and each deployment builds again.
 */
export function buildJob(app: App, context: Context): Job {
  const known = ciJob({ ...app, build: buildCommand(app) }, context)
  const [first, ...rest] = known?.steps ?? [checkout(), ...setUp(app, context, true)]
  return {
    ...known,
    name: 'Test and build',
    permissions: { contents: 'read' },
    timeoutMinutes: 30,
    steps: [
      first ?? checkout(),
      setUpSam(),
      ...beforeBuild(rest, validateStep(app, context)),
      ...(hasImages(app) ? [] : [upload(app)]),
    ],
  }
}

/** Checks of the template stand before the build, where they fail faster. */
function beforeBuild(steps: readonly WorkflowStep[], check: WorkflowStep): readonly WorkflowStep[] {
  const at = steps.findIndex((step) => step.name === 'Build')
  return at < 0 ? [...steps, check] : [...steps.slice(0, at), check, ...steps.slice(at)]
}

/**
 * `sam build`, after what the repository builds before it; in a container where no single language is set up on the runner. A build of the
 * repository that calls `sam build` out of sight runs it twice, which changes nothing.
 */
export function buildCommand(app: App): string {
  const sam = `sam build --template ${shellWord(templateName(app))}`
  const command = app.build === null ? sam : app.build.includes('sam build') ? app.build : `(${app.build}) && ${sam}`
  return app.language === null && !command.includes('--use-container') && !hasImages(app)
    ? command.replace('sam build', 'sam build --use-container')
    : command
}

/**
 * Findings of cfn-lint are shown and do not stop a deployment: a template that works today may have some. Needs a Region, no credentials:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-validate.html
 */
function validateStep(app: App, context: Context): WorkflowStep {
  return {
    name: 'Check the template',
    ...(app.root === '.' ? {} : { workingDirectory: literal(app.root) }),
    run: `sam validate --lint --template ${shellWord(templateName(app))} || echo "::warning::sam validate has findings, see the log of this step"`,
    env: { AWS_DEFAULT_REGION: context.request.region ?? context.config.region ?? 'us-east-1' },
  }
}

function upload(app: App): ActionStep {
  return {
    name: 'Keep what was built',
    uses: 'actions/upload-artifact',
    with: {
      name: artifactName(app),
      path: literal(builtFolder(app)),
      'include-hidden-files': true,
      'if-no-files-found': 'error',
      'retention-days': 7,
    },
  }
}

/** What a deploying job does between sign-in and deployment: fetch what was built, or build images. */
export function fetchBuilt(app: App, context: Context): readonly WorkflowStep[] {
  if (!hasImages(app)) {
    return [
      {
        name: 'Fetch what was built',
        uses: 'actions/download-artifact',
        with: { name: artifactName(app), path: literal(builtFolder(app)) },
      },
    ]
  }
  return [
    ...setUp(app, context, false),
    {
      name: 'Build the images',
      ...(app.root === '.' ? {} : { workingDirectory: literal(app.root) }),
      run: [...(app.install ? [app.install] : []), buildCommand(app)].join('\n'),
    },
  ]
}
