import type { DatedFact } from '../model.ts'
import type { Texts } from '../text.ts'

/** What the choices and files rest on and what may change. `date`: since when it holds, or when it was read. What they say stands in the texts. */
export const table = {
  'oidc-immutable-subject': {
    date: '2026-07-15',
    source: 'https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims',
  },
  'oidc-no-thumbprint': {
    date: '2026-08-18',
    source: 'https://github.com/aws-actions/configure-aws-credentials/blob/main/README.md',
  },
  'oidc-one-provider': {
    date: '2026-08-18',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  },
  'oidc-china-audience': {
    date: '2026-08-18',
    source: 'https://github.com/aws-actions/configure-aws-credentials/blob/main/README.md',
  },
  'runner-node24': {
    date: '2026-06-02',
    source: 'https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/',
  },
  'environments-plans': {
    date: '2026-11-01',
    source: 'https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments',
  },
  'amplify-ssr-next': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-amplify-support.html',
  },
  'amplify-ssr-node': {
    date: '2025-09-15',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-supported-features.html',
  },
  'amplify-ssr-spec': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-deployment-specification.html',
  },
  'amplify-default-node': {
    date: '2025-09-15',
    source: 'https://github.com/aws-amplify/amplify-hosting/issues/3978',
  },
  'amplify-monorepo': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/monorepo-configuration.html',
  },
  'amplify-github-app': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/setting-up-GitHub-access.html',
  },
  'amplify-previews': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/pr-previews.html',
  },
  'amplify-quotas': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/quotas-chapter.html',
  },
  'apprunner-closed': {
    date: '2026-04-30',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/apprunner-availability-change.html',
  },
  'apprunner-node': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code-nodejs-releases.html',
  },
  'apprunner-python': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code-python-releases.html',
  },
  'apprunner-runtimes-ended': {
    date: '2025-12-01',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html',
  },
  'node22-end': {
    date: '2027-04-30',
    source: 'https://nodejs.org/en/about/previous-releases',
  },
  'ecs-express': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html',
  },
  'ecs-express-canary': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-update-full.html',
  },
  'ecs-express-defaults': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html',
  },
  'ecr-scan-on-push': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
  },
  'sam-bootstrap-admin': {
    date: '2026-07-22',
    source: 'https://github.com/aws/aws-sam-cli/blob/develop/samcli/lib/pipeline/bootstrap/stage_resources.yaml',
  },
  'lambda-runtimes': {
    date: '2026-11-01',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  },
  'cdk-cli-version': {
    date: '2026-11-11',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/versioning.html',
  },
  'copilot-ended': {
    date: '2026-06-12',
    source: 'https://aws.amazon.com/blogs/containers/announcing-the-end-of-support-for-the-aws-copilot-cli/',
  },
  'lambda-web-functions': {
    date: '2026-10-01',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/web-functions.html',
  },
} as const satisfies Readonly<Record<keyof Texts['facts'], Omit<DatedFact, 'id' | 'says'>>>
