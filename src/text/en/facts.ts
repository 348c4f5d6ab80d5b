export const facts = {
  'oidc-immutable-subject':
    'Repositories created, renamed or transferred after this day have owner and repository ids in the OIDC subject.',
  'oidc-no-thumbprint': 'IAM needs no thumbprint for GitHub’s OIDC provider.',
  'oidc-one-provider':
    'An AWS account can hold one OIDC provider for each URL: a second one for GitHub cannot be created.',
  'oidc-china-audience': 'In the China partition the audience of the token is sts.amazonaws.com.cn.',
  'runner-node24':
    'GitHub’s runners run JavaScript actions on Node.js 24; self-hosted runners need version 2.327.1 or newer.',
  'environments-plans':
    'Private repositories on the Free plan have no environments; required reviewers on private repositories need Enterprise.',
  'amplify-ssr-next': 'Amplify Hosting runs server-side Next.js 12 to 15.',
  'amplify-ssr-node': 'Amplify Hosting runs server code on Node.js 20, 22 or 24; 14, 16 and 18 are refused.',
  'amplify-ssr-spec':
    'Other frameworks run on Amplify Hosting when the build writes the deployment specification to .amplify-hosting.',
  'amplify-default-node': 'The default Node.js of the Amplify build image is 22; 20 and 24 are available.',
  'amplify-monorepo':
    'In a monorepo, appRoot must equal the variable AMPLIFY_MONOREPO_APP_ROOT; the console sets it, the API does not.',
  'amplify-github-app':
    'Amplify reads the repository through its own GitHub App, one for each Region; no other bot can connect it.',
  'amplify-previews':
    'Amplify refuses previews of public repositories where the pull request’s code would run with a role.',
  'amplify-quotas': 'Amplify Hosting: 25 apps a Region, 50 branches an app, 5 jobs at a time.',
  'apprunner-closed':
    'App Runner takes no new customers; accounts that used it before go on as they were, new services included. AWS names ECS Express Mode as the way to go.',
  'apprunner-node': 'The managed Node.js runtimes of App Runner end at 22.',
  'apprunner-python': 'The managed Python runtimes of App Runner end at 3.11.',
  'apprunner-runtimes-ended': 'Support of the Node.js 12 to 18 and Python 3.7 and 3.8 runtimes of App Runner ended.',
  'node22-end': 'Node.js 22 leaves long-term support; App Runner is to get no newer runtime.',
  'ecs-express':
    'ECS Express Mode makes load balancer, certificate, security groups, logs and scaling from an image and two roles.',
  'ecs-express-canary':
    'Express Mode gives a new image 5 % of the traffic, then all; it goes back when more than 1 % of the answers are errors (4xx and 5xx).',
  'ecs-express-defaults':
    'Reference and guide disagree about the defaults of Express Mode for cpu, memory and health check: all are written out.',
  'ecr-scan-on-push': 'Scan on push per repository still works; AWS prefers scanning to be set for the whole registry.',
  'sam-bootstrap-admin':
    'sam pipeline bootstrap gives CloudFormation full administrator rights and a trust policy that fails for repositories with immutable subjects; neither is used here.',
  'lambda-runtimes':
    'Lambda runtimes end by the dates of this table, e.g. nodejs20.x on 2026-04-30, python3.10 on 2026-10-31, dotnet8 on 2026-11-10.',
  'cdk-cli-version':
    'CDK library and CLI count their versions apart (2.276.0 and 2.1148.1); the name aws-cdk on npm also holds a stray 3.0.0, so a range like >=2 is wrong.',
  'copilot-ended': 'Support of the AWS Copilot CLI ended; what it deployed keeps running.',
  'lambda-web-functions':
    'Lambda Web Functions run Node.js 24 HTTP servers on arm64; the first pages about them are of autumn 2026.',
}
