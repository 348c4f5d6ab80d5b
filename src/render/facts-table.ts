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
} as const satisfies Readonly<Record<string, Omit<DatedFact, 'id'>>>
