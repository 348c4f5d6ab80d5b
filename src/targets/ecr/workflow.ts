import type { App, Context, GeneratedFile } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { awsCredentials, checkout, deployJob } from '../../render/deploy-job.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { branchPattern, expression, literal } from '../../render/expression.ts'
import { privatePackages } from '../../render/private-packages.ts'
import { type Job, type Triggers, toWorkflow, type WorkflowStep } from '../../render/workflow.ts'
import { textsOf } from '../../text.ts'
import type { ImageBuild } from './image-build.ts'
import { imageName } from './image-name.ts'
import { type Pipeline, pipelines } from './pipelines.ts'

/** What a deploy workflow needs to know besides the app. */
export interface ImageDeployment {
  readonly app: App
  readonly context: Context
  readonly image: ImageBuild
  /** Steps that put `$IMAGE` into service; the step with the id `deploy` gives the output `url` where there is one. */
  readonly deploy: (stage: Stage) => readonly WorkflowStep[]
  /** Folders whose change starts a deployment; empty: every push does. */
  readonly paths: readonly string[]
  readonly hasUrl: boolean
}

/** The workflow that builds the image of an app once for each branch and takes it through the branch's stages; also the way back. */
export function imageWorkflow(deployment: ImageDeployment): GeneratedFile {
  const { app, context } = deployment
  const jobs = pipelines(context).flatMap((pipeline) => jobsOf(pipeline, deployment))
  return {
    path: deployPath(app),
    mode: '100644',
    content: toWorkflow({
      name: `Deploy ${app.name}`,
      head: 'Builds the image of a commit once, pushes it to Amazon ECR and puts it into service.\nTo go back: run this workflow by hand with the commit whose image is to run again.',
      on: triggers(deployment),
      jobs: Object.fromEntries(jobs),
    }),
    purpose: textsOf(context).ecr.workflowPurpose(app.name),
  }
}

/** Where the workflow of an app lies. */
export function deployPath(app: App): string {
  return `.github/workflows/deploy-${app.name}.yml`
}

function triggers({ context, paths }: ImageDeployment): Triggers {
  const all = stages(context)
  const branches = pipelines(context).map((pipeline) => branchPattern(pipeline.branch))
  const commit = {
    description: 'Full id of a commit that was deployed before; empty: the newest commit of the branch',
    required: false,
    type: 'string',
    default: '',
  } as const
  const environment = {
    description: 'Where to deploy',
    required: true,
    type: 'choice',
    options: all.map((stage) => stage.slug),
    default: all.at(-1)?.slug ?? '',
  } as const
  return {
    push: { branches, ...(paths.length > 0 ? { paths } : {}) },
    workflowDispatch: { inputs: { commit, ...(all.length > 1 ? { environment } : {}) } },
  }
}

function jobsOf(pipeline: Pipeline, deployment: ImageDeployment): readonly (readonly [string, Job])[] {
  return pipeline.stages.map((stage, index) => {
    const before = pipeline.stages[index - 1]
    return [`deploy-${stage.slug}`, job(stage, before ?? null, pipeline, deployment)] as const
  })
}

function job(stage: Stage, before: Stage | null, pipeline: Pipeline, deployment: ImageDeployment): Job {
  const { app, context, image } = deployment
  const builder = pipeline.stages[0]
  return deployJob({
    name: `Deploy to ${literal(stage.name)}`,
    subject: app.name,
    stage,
    timeoutMinutes: 60,
    ...(before === null ? {} : { needs: `deploy-${before.slug}` }),
    if: conditionOf(stage, before, context),
    ...(deployment.hasUrl ? { url: expression('steps.deploy.outputs.url') } : {}),
    ...(image.platform === 'linux/arm64' ? { runsOn: 'ubuntu-24.04-arm' } : {}),
    env: {
      IMAGE_NAME: imageName(app, context, builder),
      TAG: expression('inputs.commit || github.sha'),
      STACK: stackName(context, stage.slug),
      ...(stage.subnets === undefined ? {} : { SUBNET_IDS: stage.subnets.join(',') }),
    },
    outputs: { image: expression('steps.image.outputs.image') },
    steps: [
      checkout(),
      awsCredentials(stage, context),
      ...(before === null ? buildSteps(deployment) : [promoted(before, stage, builder)]),
      ...deployment.deploy(stage),
    ],
  })
}

/** By hand only the chosen stage runs; after a push one stage follows the other. Never from a branch that is not the stage's. */
function conditionOf(stage: Stage, before: Stage | null, context: Context): string {
  const branch = `github.ref == 'refs/heads/${stage.branch.replaceAll("'", "''")}'`
  if (stages(context).length === 1) return expression(branch)
  const chosen = `(github.event_name == 'workflow_dispatch' && inputs.environment == '${stage.slug}')`
  const pushed = before === null ? "github.event_name == 'push'" : `needs.deploy-${before.slug}.result == 'success'`
  return expression(`!cancelled() && ${branch} && (${chosen} || ${pushed})`)
}

function buildSteps({ app, image }: ImageDeployment): readonly WorkflowStep[] {
  return [
    { name: 'Sign in to Amazon ECR', id: 'ecr', uses: 'aws-actions/amazon-ecr-login' },
    { name: 'Look for the image of this commit', id: 'existing', run: lookUp, env: registry },
    {
      name: 'Set up Docker Buildx',
      if: expression("steps.existing.outputs.digest == ''"),
      uses: 'docker/setup-buildx-action',
    },
    {
      name: 'Build and push',
      id: 'build',
      if: expression("steps.existing.outputs.digest == ''"),
      uses: 'docker/build-push-action',
      with: {
        context: literal(image.context),
        file: literal(image.dockerfile),
        ...(image.stage === null ? {} : { target: literal(image.stage) }),
        platforms: image.platform,
        tags: `${expression('steps.ecr.outputs.registry')}/${expression('env.IMAGE_NAME')}:${expression('env.TAG')}`,
        push: true,
        provenance: 'mode=max',
        sbom: true,
        ...buildSecrets(app),
        'cache-from': `type=gha,scope=${app.name}`,
        'cache-to': `type=gha,mode=max,scope=${app.name}`,
      },
    },
    {
      name: 'Name the image',
      id: 'image',
      run: 'echo "image=$REGISTRY/$IMAGE_NAME@$DIGEST" >>"$GITHUB_OUTPUT"',
      env: { ...registry, DIGEST: expression('steps.existing.outputs.digest || steps.build.outputs.digest') },
    },
  ]
}

/** Tokens of private registries, for the steps of the Dockerfile that ask for them. */
function buildSecrets(app: App): { readonly secrets?: string } {
  const lines = Object.entries(privatePackages.env(app)).map(([name, value]) => `${name}=${value}`)
  return lines.length === 0 ? {} : { secrets: lines.join('\n') }
}

const registry = { REGISTRY: expression('steps.ecr.outputs.registry') }

/** Tags are immutable: what was built once for a commit is used again, on a second run as on the way back. */
const lookUp = `digest=$(aws ecr batch-get-image --repository-name "$IMAGE_NAME" --image-ids "imageTag=$TAG" \\
  --query 'images[0].imageId.imageDigest' --output text)
if [ "$digest" != None ]; then
  echo "$REGISTRY/$IMAGE_NAME:$TAG exists"
  echo "digest=$digest" >>"$GITHUB_OUTPUT"
elif [ "$TAG" != "$GITHUB_SHA" ]; then
  echo "::error::There is no image of the commit $TAG. Give the full id of a commit that was deployed before."
  exit 1
fi
`

/** A later stage takes the image by its digest from the stage before; by hand, from the builder's registry by its tag. */
function promoted(before: Stage, stage: Stage, builder: Stage): WorkflowStep {
  const account = builder.account ?? ''
  const region = builder.region ?? ''
  return {
    name: 'Name the image',
    id: 'image',
    run: promote,
    env: {
      FROM_BEFORE: expression(`needs.deploy-${before.slug}.outputs.image`),
      BUILDER_ACCOUNT: account,
      BUILDER_REGION: region,
      REGION: expression(`vars.${stage.regionVariable}`),
    },
  }
}

const promote = `image=$FROM_BEFORE
if [ -z "$image" ]; then
  account=\${BUILDER_ACCOUNT:-$(aws sts get-caller-identity --query Account --output text)}
  region=\${BUILDER_REGION:-$REGION}
  case $region in cn-*) domain=amazonaws.com.cn ;; *) domain=amazonaws.com ;; esac
  digest=$(aws ecr batch-get-image --registry-id "$account" --region "$region" --repository-name "$IMAGE_NAME" \\
    --image-ids "imageTag=$TAG" --query 'images[0].imageId.imageDigest' --output text)
  if [ "$digest" = None ]; then
    echo "::error::There is no image of the commit $TAG. Give the full id of a commit that was deployed before."
    exit 1
  fi
  image=$account.dkr.ecr.$region.$domain/$IMAGE_NAME@$digest
fi
echo "image=$image" >>"$GITHUB_OUTPUT"
`
