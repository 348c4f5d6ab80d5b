export const bootstrap = {
  signsIn: 'GitHub Actions signs in with OIDC',
  costs: 'The OIDC provider and the deploy role are free.',
  purposeTrusting: 'CloudFormation: lets this repository, and no other, deploy without stored keys',
  purpose: 'CloudFormation: what the deployment needs in AWS beforehand',
  providerStays: ' (the OIDC provider stays: other repositories may use it)',
  leftover: (stack: string, stays: string) =>
    `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\`${stays}`,
  allow: (stage: string) => `Let this repository deploy to ${stage}`,
  prepare: (stage: string) => `Prepare AWS for ${stage}`,
  tellRole: (stage: string) => `Tell GitHub Actions the role and the region of ${stage}`,
  makesEnvironment: (stage: string, branch: string) =>
    `Creates the environment ${stage}, which only ${branch} may deploy to, with two variables. Neither is a secret. A private repository on the Free plan has no environments: put \`environments: none\` into \`.github/cicd.yml\` and run \`/cicd setup\` again.`,
  setsVariables: 'Sets two variables of the repository. Neither is a secret.',
  roleVariable: 'The role that deploy jobs sign in to',
  regionVariable: 'Where to deploy',
  /** `lookUp`: what a person must find out first; `provider`: whose OIDC provider the account needs. */
  runOnce: (account: string | null, lookUp: string, provider: 'GitHub' | 'GitLab' | 'Bitbucket' | null) =>
    `Check out this branch, sign in to ${account ? `account ${account}` : 'the AWS account to deploy to'} with administrator rights, and run this once.${lookUp === '' ? '' : ` ${lookUp}`}${provider ? ` It finds out by itself whether the account already has an OIDC provider for ${provider === 'Bitbucket' ? 'this Bitbucket workspace' : provider}.` : ''}`,
}
