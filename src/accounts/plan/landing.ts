import { logical } from '../cloudformation/template.ts'
import { accountNumber, deployLine, folder, lookedUp } from '../deployment.ts'
import type { Account, Landscape } from '../landscape.ts'
import { links } from './links.ts'
import { type Ground, type Phase, type PlanStep, step } from './phase.ts'

export const permissionSetsPath = `${folder}/management/permission-sets.yaml`
export const guardrailsPath = `${folder}/management/guardrails.yaml`

/** The organization with its rules, the accounts, and how people get in. Nothing that runs is touched. */
export function landing(ground: Ground): Phase {
  const { landscape, texts } = ground
  const { landing: say } = texts.accountsPlan
  const mail = (role: Account['role']) => `\`${landscape.accounts.find((one) => one.role === role)?.email ?? ''}\``
  return {
    title: say.title,
    impact: say.impact,
    steps: [
      step(say.management(mail('management')), [], links.bestPractices),
      step(
        say.tower(landscape.region === null ? '`ap-northeast-1`' : `\`${landscape.region}\``),
        [],
        links.controlTower,
      ),
      step(say.towerMails(mail('log-archive'), mail('audit'))),
      step(say.noVpc, [], links.accountFactory),
      step(
        say.ous(
          unitsOf(landscape)
            .map((name) => `\`${name}\``)
            .join(texts.pullRequest.comma),
        ),
        [],
        links.ous,
      ),
      step(say.accounts, [], links.accountFactory),
      step(say.people, [], links.identityCenter),
      ...access(ground),
      ...(landscape.network.hubs.length > 0
        ? [step(say.share, ['aws ram enable-sharing-with-aws-organization --profile management'], links.share)]
        : []),
      step(say.budgets, [], links.budgets),
      invite(ground),
    ],
    check: step(say.check, [
      "aws organizations list-accounts --profile management --output table --query 'Accounts[].[Name,Status,Id]'",
    ]),
    rollback: step(say.rollback, [
      'aws organizations remove-account-from-organization --profile management --account-id "$(account existing)"',
    ]),
  }
}

function unitsOf({ accounts }: Landscape): readonly string[] {
  return [...new Set([...accounts.map(({ ou }) => ou).filter((ou) => ou !== 'Root'), 'Transitional', 'Suspended'])]
}

/** Profiles, permission sets and guardrails. */
function access({ landscape, texts }: Ground): readonly PlanStep[] {
  const { landing: say } = texts.accountsPlan
  const workloads = landscape.accounts.filter(({ role }) => role === 'workload')
  const mine = landscape.accounts.filter(({ role }) => !['management', 'log-archive', 'audit'].includes(role))
  const rest = { account: 'management', content: '', link: null, environment: null }
  const people = deployLine({
    ...{ ...rest, stack: 'permission-sets', path: permissionSetsPath },
    values: [
      ['InstanceArn', '"$(sso InstanceArn)"'],
      ['AdministratorsGroupId', '"$(group administrators)"'],
      ['DevelopersGroupId', '"$(group developers)"'],
      ...workloads.map(({ key }): readonly [string, string] => [`${logical(key)}Account`, accountNumber(key)]),
    ],
  })
  const rails = deployLine({
    ...{ ...rest, stack: 'guardrails', path: guardrailsPath },
    values: [['TargetId', lookedUp('OU', 'id of the OU, ou-...')]],
  })
  return [
    step(say.profiles, ['aws configure sso --profile management', profiles(mine), load], links.cliProfiles),
    step(say.permissionSets, [people], links.identityCenter),
    step(say.guardrails, [rails], links.scp),
  ]
}

/** The line that gives a shell the functions of the plan. */
export const load = `. ${folder}/functions.sh`

/** The other profiles, from the first one and the numbers that the organization knows. */
function profiles(accounts: readonly Account[]): string {
  return [
    `for name in ${accounts.map(({ key }) => key).join(' ')}; do`,
    '  number=$(aws organizations list-accounts --profile management --output text \\',
    '    --query "Accounts[?Name==\'$name\'].Id")',
    '  aws configure set sso_session "$(aws configure get sso_session --profile management)" --profile "$name"',
    '  aws configure set sso_account_id "$number" --profile "$name"',
    '  aws configure set sso_role_name AWSAdministratorAccess --profile "$name"',
    'done',
  ].join('\n')
}

function invite({ landscape, texts }: Ground): PlanStep {
  const { landing: say } = texts.accountsPlan
  const { account } = landscape.existing
  const id = account ?? lookedUp('EXISTING_ACCOUNT', 'number of the old account')
  const command = `aws organizations invite-account-to-organization --profile management --target Type=ACCOUNT,Id=${id}`
  const accept =
    'aws organizations accept-handshake --profile existing --handshake-id "$(aws organizations list-handshakes-for-account --profile existing --query \'Handshakes[0].Id\' --output text)"'
  return step(account === null ? say.inviteUnknown : say.invite(`\`${account}\``), [command, accept], links.invite)
}
