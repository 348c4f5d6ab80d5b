import type { App } from '../model.ts'
import { imageBuild } from './ecr/image-build.ts'

/** What is right for an app that none of the targets delivers: its own tool, and what has to be built by hand. */
interface NextStep {
  readonly name: string
  /** Why no pipeline is written, and what to do instead; one or two sentences. */
  readonly says: string
  readonly link: string
}

const oidc = 'with the role that a pipeline signs in to by OIDC, not with stored keys'

const byFramework: Readonly<Record<string, NextStep>> = {
  'serverless-framework': {
    name: 'the Serverless Framework',
    says: `deploys by its own command, \`npx serverless deploy --stage production\`: run it in a workflow on the default branch, ${oidc}. Version 4 asks for a licence key or login in CI (\`SERVERLESS_ACCESS_KEY\`); functions can also move to a SAM template, for which a pipeline is written here.`,
    link: 'https://www.serverless.com/framework/docs/guides/cicd',
  },
  sst: {
    name: 'SST',
    says: `deploys by its own command, \`npx sst deploy --stage production\`: run it in a workflow on the default branch, ${oidc}. What it makes is up to its configuration, so what the role must be allowed has to be written by hand.`,
    link: 'https://sst.dev/docs/workflow/',
  },
  chalice: {
    name: 'Chalice',
    says: 'deploys by `chalice deploy`. For a pipeline, `chalice package --template-format yaml out` writes a SAM template; commit that step as a build, then a SAM pipeline can be written for it.',
    link: 'https://aws.github.io/chalice/topics/cd.html',
  },
  'amplify-gen2': {
    name: 'an Amplify Gen 2 backend',
    says: 'is deployed by Amplify Hosting itself, which runs `npx ampx pipeline-deploy` for every connected branch: connect the repository in the Amplify console; no other pipeline is needed.',
    link: 'https://docs.amplify.aws/react/deploy-and-host/fullstack-branching/branch-deployments/',
  },
  copilot: {
    name: 'AWS Copilot',
    says: 'has had no support since 2026-06-12. Its stacks are plain CloudFormation and keep running; move each service to ECS Express Mode (`/cicd setup --target=ecr`), then delete its Copilot stack.',
    link: 'https://aws.amazon.com/blogs/containers/announcing-the-end-of-support-for-the-aws-copilot-cli/',
  },
  'elastic-beanstalk': {
    name: 'Elastic Beanstalk',
    says: `is deployed by \`aws elasticbeanstalk create-application-version\` and \`update-environment\` from a bundle in S3: run them in a workflow, ${oidc}. A server with a Dockerfile can move to ECS Express Mode instead (\`/cicd setup --target=ecr\`).`,
    link: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.deploy-existing-version.html',
  },
  cloudformation: {
    name: 'a plain CloudFormation template',
    says: `is deployed by \`aws cloudformation deploy\` in a workflow, ${oidc}. What CloudFormation must be allowed follows from the template and has to be written by hand.`,
    link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/best-practices.html',
  },
  architect: {
    name: 'Architect',
    says: `deploys by its own command, \`npx arc deploy --production\`: run it in a workflow on the default branch, ${oidc}.`,
    link: 'https://arc.codes/docs/en/guides/developer-experience/deploying',
  },
  lambda: {
    name: 'a Lambda function without a template',
    says: 'has nothing that describes how it is deployed. Describe it in a SAM template (`template.yaml` with `Transform: AWS::Serverless-2016-10-31`) and run the command again: a pipeline is written for that.',
    link: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html',
  },
  'firebase-functions': {
    name: 'Firebase',
    says: 'runs on Google Cloud and deploys by `firebase deploy`; nothing of it runs on AWS as it is.',
    link: 'https://firebase.google.com/docs/cli',
  },
  'azure-functions': {
    name: 'Azure Functions',
    says: 'runs on Azure; nothing of it runs on AWS as it is.',
    link: 'https://learn.microsoft.com/azure/azure-functions/functions-continuous-deployment',
  },
  'cloudflare-workers': {
    name: 'a Cloudflare Worker',
    says: 'runs on Cloudflare and deploys by `wrangler deploy`; nothing of it runs on AWS as it is.',
    link: 'https://developers.cloudflare.com/workers/ci-cd/',
  },
}

/** Why no target delivers an app and what to do instead, with a link where there is one. */
export function nextStep(app: App): string {
  const isWorker = /(?:^|\/)wrangler\.(?:toml|jsonc?)$/.test(app.definition ?? '')
  const known = byFramework[isWorker ? 'cloudflare-workers' : (app.framework ?? '')]
  if (known) return `This is ${known.name}, for which no pipeline is written here. It ${known.says} See ${known.link}.`
  if (app.kind === 'server' || app.kind === 'worker' || app.kind === 'ssr') return ofImage(app)
  return `No delivery path to AWS is known here for ${app.framework ?? app.language ?? 'this app'}: the pipeline has to be written by hand.`
}

function ofImage(app: App): string {
  const image = imageBuild(app)
  if (typeof image === 'string') {
    return `It can be deployed as a container once there is an image: ${image}. Add a Dockerfile that starts it, then run the command again.`
  }
  return 'Its delivery path is ruled out by the configuration or the account; the reasons stand beside each target.'
}
