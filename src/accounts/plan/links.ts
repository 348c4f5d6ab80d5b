/** AWS's own pages on what the plan asks people to do. */
export const links = {
  ous: 'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/recommended-ous-and-accounts.html',
  bestPractices: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices.html',
  controlTower: 'https://docs.aws.amazon.com/controltower/latest/userguide/getting-started-with-control-tower.html',
  accountFactory: 'https://docs.aws.amazon.com/controltower/latest/userguide/account-factory.html',
  identityCenter: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/what-is.html',
  cliProfiles: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
  scp: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  invite: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_invites.html',
  share: 'https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html',
  budgets: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
  explorer: 'https://docs.aws.amazon.com/resource-explorer/latest/userguide/getting-started.html',
  credentialReport: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html',
  peering:
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/vpc-peering.html',
  transitGateway:
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/transit-gateway.html',
  privateLink:
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/aws-privatelink.html',
  oidc: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  ecr: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html',
  cloudShell: 'https://docs.aws.amazon.com/cloudshell/latest/userguide/using-cshell-in-vpc.html',
  express: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html',
  ses: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
  weighted: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html',
  closing: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html',
} as const
