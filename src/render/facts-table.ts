import type { DatedFact } from '../model.ts'

/** What the choices and files rest on and what may change. `date`: since when it holds, or when it was read. */
export const table = {
  'oidc-immutable-subject': {
    date: '2026-07-15',
    says: 'Repositories created, renamed or transferred after this day have owner and repository ids in the OIDC subject.',
    source: 'https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims',
  },
  'oidc-no-thumbprint': {
    date: '2026-08-18',
    says: 'IAM needs no thumbprint for GitHub’s OIDC provider.',
    source: 'https://github.com/aws-actions/configure-aws-credentials/blob/main/README.md',
  },
  'oidc-one-provider': {
    date: '2026-08-18',
    says: 'An AWS account can hold one OIDC provider for each URL: a second one for GitHub cannot be created.',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  },
  'oidc-china-audience': {
    date: '2026-08-18',
    says: 'In the China partition the audience of the token is sts.amazonaws.com.cn.',
    source: 'https://github.com/aws-actions/configure-aws-credentials/blob/main/README.md',
  },
  'runner-node24': {
    date: '2026-06-02',
    says: 'GitHub’s runners run JavaScript actions on Node.js 24; self-hosted runners need version 2.327.1 or newer.',
    source: 'https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/',
  },
  'environments-plans': {
    date: '2026-11-01',
    says: 'Private repositories on the Free plan have no environments; required reviewers on private repositories need Enterprise.',
    source: 'https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments',
  },
  'amplify-ssr-next': {
    date: '2026-11-01',
    says: 'Amplify Hosting runs server-side Next.js 12 to 15.',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-amplify-support.html',
  },
  'amplify-ssr-node': {
    date: '2025-09-15',
    says: 'Amplify Hosting runs server code on Node.js 20, 22 or 24; 14, 16 and 18 are refused.',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-supported-features.html',
  },
  'amplify-ssr-spec': {
    date: '2026-11-01',
    says: 'Other frameworks run on Amplify Hosting when the build writes the deployment specification to .amplify-hosting.',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-deployment-specification.html',
  },
  'amplify-default-node': {
    date: '2025-09-15',
    says: 'The default Node.js of the Amplify build image is 22; 20 and 24 are available.',
    source: 'https://github.com/aws-amplify/amplify-hosting/issues/3978',
  },
  'amplify-monorepo': {
    date: '2026-11-01',
    says: 'In a monorepo, appRoot must equal the variable AMPLIFY_MONOREPO_APP_ROOT; the console sets it, the API does not.',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/monorepo-configuration.html',
  },
  'amplify-github-app': {
    date: '2026-11-01',
    says: 'Amplify reads the repository through its own GitHub App, one for each Region; no other bot can connect it.',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/setting-up-GitHub-access.html',
  },
  'amplify-previews': {
    date: '2026-11-01',
    says: 'Amplify refuses previews of public repositories where the pull request’s code would run with a role.',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/pr-previews.html',
  },
  'amplify-quotas': {
    date: '2026-11-01',
    says: 'Amplify Hosting: 25 apps a Region, 50 branches an app, 5 jobs at a time.',
    source: 'https://docs.aws.amazon.com/amplify/latest/userguide/quotas-chapter.html',
  },
  'apprunner-closed': {
    date: '2026-04-30',
    says: 'App Runner takes no new customers; accounts that used it before go on as they were, new services included. AWS names ECS Express Mode as the way to go.',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/apprunner-availability-change.html',
  },
  'apprunner-node': {
    date: '2026-11-01',
    says: 'The managed Node.js runtimes of App Runner end at 22.',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code-nodejs-releases.html',
  },
  'apprunner-python': {
    date: '2026-11-01',
    says: 'The managed Python runtimes of App Runner end at 3.11.',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code-python-releases.html',
  },
  'apprunner-runtimes-ended': {
    date: '2025-12-01',
    says: 'Support of the Node.js 12 to 18 and Python 3.7 and 3.8 runtimes of App Runner ended.',
    source: 'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html',
  },
  'node22-end': {
    date: '2027-04-30',
    says: 'Node.js 22 leaves long-term support; App Runner is to get no newer runtime.',
    source: 'https://nodejs.org/en/about/previous-releases',
  },
  'ecs-express': {
    date: '2026-11-01',
    says: 'ECS Express Mode makes load balancer, certificate, security groups, logs and scaling from an image and two roles.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html',
  },
  'ecs-express-canary': {
    date: '2026-11-01',
    says: 'Express Mode gives a new image 5 % of the traffic, then all; it goes back when more than 1 % of the answers are errors (4xx and 5xx).',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-update-full.html',
  },
  'ecs-express-defaults': {
    date: '2026-11-01',
    says: 'Reference and guide disagree about the defaults of Express Mode for cpu, memory and health check: all are written out.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html',
  },
  'ecr-scan-on-push': {
    date: '2026-11-01',
    says: 'Scan on push per repository still works; AWS prefers scanning to be set for the whole registry.',
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
  },
  'sam-bootstrap-admin': {
    date: '2026-07-22',
    says: 'sam pipeline bootstrap gives CloudFormation full administrator rights and a trust policy that fails for repositories with immutable subjects; neither is used here.',
    source: 'https://github.com/aws/aws-sam-cli/blob/develop/samcli/lib/pipeline/bootstrap/stage_resources.yaml',
  },
  'lambda-runtimes': {
    date: '2026-11-01',
    says: 'Lambda runtimes end by the dates of this table, e.g. nodejs20.x on 2026-04-30, python3.10 on 2026-10-31, dotnet8 on 2026-11-10.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  },
  'cdk-cli-version': {
    date: '2026-11-11',
    says: 'CDK library and CLI count their versions apart (2.276.0 and 2.1148.1); the name aws-cdk on npm also holds a stray 3.0.0, so a range like >=2 is wrong.',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/versioning.html',
  },
  'copilot-ended': {
    date: '2026-06-12',
    says: 'Support of the AWS Copilot CLI ended; what it deployed keeps running.',
    source: 'https://aws.amazon.com/blogs/containers/announcing-the-end-of-support-for-the-aws-copilot-cli/',
  },
  'lambda-web-functions': {
    date: '2026-10-01',
    says: 'Lambda Web Functions run Node.js 24 HTTP servers on arm64; the first pages about them are of autumn 2026.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/web-functions.html',
  },
} as const satisfies Readonly<Record<string, Omit<DatedFact, 'id'>>>
