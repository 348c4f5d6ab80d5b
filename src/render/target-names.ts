import type { TargetId } from '../model.ts'

/** What each target is called, wherever people read it. */
export const targetNames: Readonly<Record<TargetId, string>> = {
  amplify: 'Amplify Hosting',
  apprunner: 'App Runner',
  ecr: 'Amazon ECS (ECR)',
  sam: 'AWS SAM',
  cdk: 'AWS CDK',
  'lambda-web': 'Lambda Web Functions',
}
