/** PLAN.md: the order of the move, with steps, checks and the way back of each. */
export const accountsPlan = {
  title: 'From one AWS account to several',
  intro:
    'This plan takes what runs in one AWS account apart into several, lowest impact first. Do one step, check it, go on; after every step you can stop for weeks. Nothing here runs by itself.',
  edit: 'You may edit this file: what you change stays when the plan is made again.',
  wordsTitle: 'Six words',
  words: [
    ['organization', 'several AWS accounts with one bill and common rules (AWS Organizations)'],
    ['management account', 'the account that owns the organization; it pays, and runs nothing'],
    ['OU', 'a folder for accounts; rules hang on folders, not on single accounts'],
    ['Control Tower', 'sets up organization, logs, sign-in and rules the way AWS recommends'],
    ['guardrail (SCP)', 'what nobody may do in an account, whatever their permissions say'],
    ['permission set', 'a role that people get in an account when they sign in through IAM Identity Center'],
  ],
  targetTitle: 'Where this leads',
  accountsHead: '| account | OU | for | mail address |',
  linksTitle: 'Links',
  noLinks: 'No product talks to another over a private network. Nothing is connected.',
  linksRule:
    'The rule: one port in one direction, or ranges that overlap: PrivateLink. Both ways between few: VPC peering. Both ways between many: Transit Gateway. Nothing ever leads from one environment to another.',
  linksHead: '| | link | ports | where | way | because |',
  rangesTitle: 'Address ranges',
  rangesHead: '| account | range | |',
  rangeGiven: 'as given',
  rangeChosen: 'chosen here, overlaps with no other',
  order: 'Order',
  impactLabel: 'Who notices:',
  stepsLabel: 'Steps',
  checkLabel: 'Check before you go on',
  rollbackLabel: 'Way back',
  more: (url: string) => ` (more: <${url}>)`,
  phaseLine: (title: string, impact: string) => `**${title}** (who notices: ${impact})`,
  phase: (number: number, title: string) => `${number}. ${title}`,

  prepare: {
    title: 'Prepare',
    impact: 'nobody',
    inventory:
      'Write down what runs: in the old account, open *Cost Explorer*, group the last month by service, then by region. Each line that costs something needs an owner, and a place in this plan.',
    search: 'Search for what nobody remembers.',
    people: 'Write down who gets in: IAM users, access keys and when they were last used (*IAM*, *Credential report*).',
    root: 'Make sure that the mail of the root user is read by more than one person, and that it has MFA.',
    mails: (example: string) =>
      `Every account needs a mail address of its own. If your mail takes plus signs, one mailbox is enough: send a test to ${example}. A group address is better than a person's.`,
    reseller:
      'If a reseller bills you for AWS, talk to them first: they often own the management account, and a move changes contract, support and discounts.',
    backup: 'Restore one backup of each data store, as a test. A backup that was never restored is a hope.',
    check: 'Every service that costs something has an owner. A restored backup was looked at. The mail address works.',
    rollback: 'Nothing has changed.',
  },

  landing: {
    title: 'Organization, logs, sign-in',
    impact: 'nobody; the old account joins at the end and runs on as before',
    management: (mail: string) =>
      `Make a **new** account for management (${mail}), with MFA on its root user. Do not take the old account for it: guardrails do not hold in the management account, and what runs there could read everything.`,
    tower: (region: string) =>
      `In the management account, open *Control Tower* and choose *Set up landing zone*. Home region: ${region}; it cannot be changed later. Deny other regions only if you are sure that you use none.`,
    towerMails: (logs: string, audit: string) =>
      `It asks for two more mail addresses and makes these accounts itself: log archive (${logs}) and audit (${audit}). Leave CloudTrail for the organization and IAM Identity Center switched on.`,
    noVpc:
      'In *Account factory*, *Network configuration*, switch off all subnets and regions: networks come from this plan, so that ranges do not overlap.',
    ous: (list: string) => `In *Organization*, make the OUs ${list} and register them.`,
    accounts:
      'In *Account factory*, *Create account*, make each account of the table above, one after the other, with name, mail and OU as in the table. The lowest environment first.',
    people:
      'In *IAM Identity Center*, require MFA, make the groups `administrators` and `developers`, and put people into them.',
    profiles:
      'On your machine, make a profile for each account in `~/.aws/config`, named like the account, then sign in.',
    permissionSets: 'Say who may do what: developers work in every environment but production, and look there.',
    guardrails:
      'Deploy the guardrails on the OU of the lowest environment. After some days without complaints, deploy them again with the OU `Workloads`.',
    share: 'Let accounts of the organization share resources (Transit Gateway) without an invitation each.',
    budgets:
      'In *Budgets*, make one budget with an alarm for each account; new accounts are where forgotten things cost money.',
    invite: (account: string) =>
      `Invite the old account (${account}) and accept there. It goes into the OU \`Transitional\`, without guardrails: nothing in it changes, but its bill comes with the others from now on.`,
    inviteUnknown:
      'Invite the old account and accept there. It goes into the OU `Transitional`, without guardrails: nothing in it changes, but its bill comes with the others from now on.',
    check:
      'You sign in to every account without an IAM user. Events of every account arrive in the log archive. The old account runs as before.',
    rollback:
      'Remove the old account from the organization (it needs a payment method of its own then). Close the new accounts, and decommission the landing zone in Control Tower.',
  },

  shared: {
    title: 'What all environments share',
    impact: 'nobody',
    images: (products: string) => `Make the repositories of container images, one for each product (${products}).`,
    imagesPush:
      'Images are built once, and every environment pulls the same digest. The role that builds needs rights to push there; the roles that run tasks need the pull rights of the template in their own policies, too.',
    check: 'A pull from an account of an environment works; a push from there is refused.',
    rollback: 'Delete the stacks; the repositories stay until they are deleted by hand.',
  },

  environment: {
    title: (name: string) => `Environment ${name}`,
    titleProduction: (name: string) => `Environment ${name}, without its data`,
    impact: (name: string) => `who uses ${name}`,
    impactProduction: 'customers, from the moment the traffic is shifted',
    network:
      'Networks and links, in this order. Load the functions once in each shell; with `PREVIEW=1` before a line it only shows what would change.',
    terraformNetwork:
      'Networks and links. Each account is reached by its profile; look at the plan before you say yes.',
    existingNetwork: 'The old network is not ours to deploy: look these up in the old account first.',
    subnets:
      'Services of ECS run in the default VPC unless they are told otherwise, and the links are in another. Put these ids as `subnets` of the environment into `.github/cicd.yml` (see the entries below) before the first deployment.',
    defaultVpc:
      'Services of ECS run in the default VPC unless they are told otherwise. Where the account has none (Control Tower can leave it out), make it:',
    offers:
      'Now PrivateLink: the load balancer of each product that provides is there. Names are those of its certificate, so that calls by HTTPS are valid.',
    targets: (key: string, port: number) =>
      `Port ${port} of ${key} has no load balancer in front: register the addresses of its servers, and again when they change.`,
    groups:
      'The stacks of the links give security groups (output `SecurityGroupId`): put each on what the other side may reach.',
    roleOf: (product: string) =>
      `Sign-in of the pipeline: OIDC provider and deploy role, as \`/cicd setup\` makes them. The commands are for ${product}, this repository. Those with \`gh variable set\` switch the pipeline over: from then on it deploys into the new account, and the old one gets nothing new. Look at the values before (\`gh variable list\`): they are the way back.`,
    roleOthers: (products: string) =>
      `In the repositories of ${products}: write the entries below into their \`.github/cicd.yml\` and comment \`/cicd setup\` there.`,
    noRole:
      'Sign-in of the pipeline: comment `/cicd setup` once the entries below are in `.github/cicd.yml`. Its pull request brings what the pipeline needs in each account, and the commands.',
    deploy: (products: string) =>
      `Deploy the applications into the new accounts, those first that others need: ${products}. They run beside the old ones and get no traffic yet.`,
    data: (name: string) => `Data of ${name}: start empty, or with made-up data. Production data has no place here.`,
    dataStores: 'Data that you want to keep here moves now, as a rehearsal for production:',
    switchOver: (name: string) => `Point the names of ${name} (DNS) to the new accounts.`,
    forgotten: 'What a new account does not have, and what is forgotten most:',
    forgottenList: [
      'Quotas that were raised in the old account (Lambda concurrency, Fargate, addresses): ask for them again, days before.',
      'Amazon SES starts in the sandbox in every account: ask for production access early.',
      'Outgoing addresses change: tell partners who let in by address.',
      'Certificates (ACM) are made anew in each account; the name of a CloudFront distribution can be on one only.',
      'Scheduled jobs and queue workers: run them on one side only, or they do everything twice.',
      'Webhooks of others (payment, chat) point to one address: change them with the traffic.',
      'Alarms, dashboards and log retention do not come along.',
    ],
    reach: (links: string) =>
      `Until the data has moved, servers in the new accounts use it where it is, over the temporary peering ${links}. Allow the ranges of the new networks in the security groups of the old stores.`,
    noReach:
      'Until the data has moved, servers in the new accounts have to reach it where it is. No connection is planned for that (see the notes): move servers and data in one window, or add the range of the old network.',
    shift:
      'Shift the traffic with weighted records (Route 53), with a short TTL set a day before: a small part first, then half, then all. Look at errors and latency at each.',
    check: (name: string) =>
      `Each link works from the inside, and only in its direction: open AWS CloudShell in the VPC of each side, and call the other with \`curl\`. The pipeline deploys to ${name} from a pull request that was merged. Errors and latency are as before, for some working days.`,
    rollback: 'Point DNS back: the old environment still runs. Delete the stacks in the reverse order.',
    rollbackProduction:
      'Set the weight of the new side to 0. Nothing of the old side was changed, and the data is still there.',
  },

  data: {
    title: (name: string) => `Data of ${name}`,
    impact: 'customers, in the window of each store',
    first:
      'Does it have to move? If the old account may stay as the account of this data, with a guardrail and fewer people in it, this step can wait for as long as you like.',
    none: 'No store is named. Go through the inventory of step 1 again: databases, buckets, file systems, queues, user pools, secrets.',
    one: 'One store after the other, the least important first; each has its own window and its own way back.',
    store: (name: string, kind: string, account: string) => `${name} (${kind}) to ${account}`,
    how: 'How:',
    downtime: 'Downtime:',
    check: 'Check:',
    rollback: 'Way back:',
    checkAll: 'Nothing writes to the old stores any more: look at their metrics for some days.',
    rollbackAll: 'See each store. Keep a last snapshot of every old store until the old account is closed.',
  },

  close: {
    title: 'Empty the old account',
    impact: 'nobody, if the checks held',
    temporary: 'Take the temporary peerings away, in this order.',
    keys: 'Switch off (do not delete yet) its IAM users and access keys, and see who complains.',
    watch:
      'Look into CloudTrail and Cost Explorer for some weeks: whoever still calls or costs something was forgotten.',
    stop: 'Stop what is left, take last snapshots, delete region by region.',
    suspend:
      'Move the account into an OU `Suspended` with a policy that denies everything; close it when a month has passed without a cost.',
    check: 'The bill of the old account is close to nothing, and nobody has called it.',
    rollback:
      'Until it is closed: switch on again what was switched off. A closed account can be reopened for a while, after that it is gone.',
  },

  entriesTitle: 'Entries for `.github/cicd.yml`',
  entriesText:
    'These tell `/cicd setup` where to deploy. Put the number of each account in; quotes keep leading zeros. Nothing is changed there by this plan.',
  entriesOf: (product: string) => `For the repository of ${product}:`,
  sourcesTitle: 'Sources',
}
