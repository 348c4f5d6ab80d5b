import type { Account } from '../landscape.ts'
import { accountParameter, att, type Fields, joined, logical, ref, sub, templateText } from './template.ts'

/** A permission set: its name, the AWS managed policy, and how long a session lasts. */
const sets = [
  {
    id: 'Administrator',
    policy: 'AdministratorAccess',
    hours: 'PT1H',
    about: 'Everything; for setting up and emergencies',
  },
  { id: 'Developer', policy: 'PowerUserAccess', hours: 'PT8H', about: 'Everything but users and roles' },
  { id: 'ReadOnly', policy: 'ReadOnlyAccess', hours: 'PT8H', about: 'Looking, and changing nothing' },
] as const

type SetId = (typeof sets)[number]['id']

/** Who may do what where: developers work outside production and look inside it; administrators everywhere. */
export function permissionSets(workloads: readonly Account[]): string {
  return templateText({
    description: 'Permission sets of IAM Identity Center, and who has them where',
    head: 'Deploy in management, in the home region, after the groups administrators and developers were made in IAM Identity Center.',
    parameters: {
      InstanceArn: {
        Type: 'String',
        AllowedPattern: '^arn:[a-z-]+:sso:::instance/ssoins-[0-9a-zA-Z]+$',
        Description: 'aws sso-admin list-instances',
      },
      AdministratorsGroupId: group('administrators'),
      DevelopersGroupId: group('developers'),
      ...Object.fromEntries(workloads.map(({ key }) => [`${logical(key)}Account`, accountParameter(key)])),
    },
    resources: {
      ...Object.fromEntries(sets.map((set) => [set.id, permissionSet(set)])),
      ...joined(
        workloads.map(({ key, production }) => ({
          [`${logical(key)}Administrators`]: assignment(key, 'Administrator', 'AdministratorsGroupId'),
          [`${logical(key)}Developers`]: assignment(key, production ? 'ReadOnly' : 'Developer', 'DevelopersGroupId'),
        })),
      ),
    },
    outputs: {},
  })
}

function group(name: string): Fields {
  return {
    Type: 'String',
    AllowedPattern: '^([0-9a-f]{10}-)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
    Description: `Id of the group ${name}`,
  }
}

function permissionSet({ id, policy, hours, about }: (typeof sets)[number]): Fields {
  return {
    Type: 'AWS::SSO::PermissionSet',
    Properties: {
      ...{ InstanceArn: ref('InstanceArn'), Name: id, Description: about, SessionDuration: hours },
      ManagedPolicies: [sub(`arn:\${AWS::Partition}:iam::aws:policy/${policy}`)],
    },
  }
}

function assignment(account: string, set: SetId, groupId: string): Fields {
  return {
    Type: 'AWS::SSO::Assignment',
    Properties: {
      InstanceArn: ref('InstanceArn'),
      PermissionSetArn: att(set, 'PermissionSetArn'),
      ...{ PrincipalType: 'GROUP', PrincipalId: ref(groupId) },
      ...{ TargetType: 'AWS_ACCOUNT', TargetId: ref(`${logical(account)}Account`) },
    },
  }
}
