export const nextSteps = {
  ruledOut: 'Its delivery path is ruled out by the configuration or the account; the reasons stand beside each target.',
  tools: {
    'serverless-framework': {
      name: 'the Serverless Framework',
      says: 'deploys by its own command, `npx serverless deploy --stage production`: run it in a workflow on the default branch, with the role that a pipeline signs in to by OIDC, not with stored keys. Version 4 asks for a licence key or login in CI (`SERVERLESS_ACCESS_KEY`); functions can also move to a SAM template, for which a pipeline is written here.',
    },
    sst: {
      name: 'SST',
      says: 'deploys by its own command, `npx sst deploy --stage production`: run it in a workflow on the default branch, with the role that a pipeline signs in to by OIDC, not with stored keys. What it makes is up to its configuration, so what the role must be allowed has to be written by hand.',
    },
    chalice: {
      name: 'Chalice',
      says: 'deploys by `chalice deploy`. For a pipeline, `chalice package --template-format yaml out` writes a SAM template; commit that step as a build, then a SAM pipeline can be written for it.',
    },
    'amplify-gen2': {
      name: 'an Amplify Gen 2 backend',
      says: 'is deployed by Amplify Hosting itself, which runs `npx ampx pipeline-deploy` for every connected branch: connect the repository in the Amplify console; no other pipeline is needed.',
    },
    copilot: {
      name: 'AWS Copilot',
      says: 'has had no support since 2026-06-12. Its stacks are plain CloudFormation and keep running; move each service to ECS Express Mode (`/cicd setup --target=ecr`), then delete its Copilot stack.',
    },
    'elastic-beanstalk': {
      name: 'Elastic Beanstalk',
      says: 'is deployed by `aws elasticbeanstalk create-application-version` and `update-environment` from a bundle in S3: run them in a workflow, with the role that a pipeline signs in to by OIDC, not with stored keys. A server with a Dockerfile can move to ECS Express Mode instead (`/cicd setup --target=ecr`).',
    },
    cloudformation: {
      name: 'a plain CloudFormation template',
      says: 'is deployed by `aws cloudformation deploy` in a workflow, with the role that a pipeline signs in to by OIDC, not with stored keys. What CloudFormation must be allowed follows from the template and has to be written by hand.',
    },
    architect: {
      name: 'Architect',
      says: 'deploys by its own command, `npx arc deploy --production`: run it in a workflow on the default branch, with the role that a pipeline signs in to by OIDC, not with stored keys.',
    },
    lambda: {
      name: 'a Lambda function without a template',
      says: 'has nothing that describes how it is deployed. Describe it in a SAM template (`template.yaml` with `Transform: AWS::Serverless-2016-10-31`) and run the command again: a pipeline is written for that.',
    },
    'firebase-functions': {
      name: 'Firebase',
      says: 'runs on Google Cloud and deploys by `firebase deploy`; nothing of it runs on AWS as it is.',
    },
    'azure-functions': { name: 'Azure Functions', says: 'runs on Azure; nothing of it runs on AWS as it is.' },
    'cloudflare-workers': {
      name: 'a Cloudflare Worker',
      says: 'runs on Cloudflare and deploys by `wrangler deploy`; nothing of it runs on AWS as it is.',
    },
  },
  tool: ({ name, says }: { readonly name: string; readonly says: string }, link: string) =>
    `This is ${name}, for which no pipeline is written here. It ${says} See ${link}.`,
  unknown: (what: string | null) =>
    `No delivery path to AWS is known here for ${what ?? 'this app'}: the pipeline has to be written by hand.`,
  needsImage: (why: string) =>
    `It can be deployed as a container once there is an image: ${why}. Add a Dockerfile that starts it, then run the command again.`,
}
