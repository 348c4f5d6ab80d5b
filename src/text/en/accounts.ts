/** The counts that the first lines of the pull request tell. */
interface Counts {
  readonly accounts: number
  readonly links: number
  readonly stores: number
}

export const accounts = {
  // Why a way was chosen, and why not another.
  sameAccount: 'Both are in one account and one VPC there: security groups are enough, nothing has to be connected.',
  oneWay:
    'Connections are opened from one side only: PrivateLink opens these ports and no network, and nothing leads back.',
  oneToOne:
    'Both open connections to each other, and few pairs do: one peering each is the simplest, and has no hourly charge.',
  manyToMany: (pairs: number) =>
    `${pairs} pairs that talk both ways hang together: a Transit Gateway is one hub in place of ${pairs} single connections in every environment.`,
  overlap: (one: string, cidr: string, other: string, otherCidr: string) =>
    `The ranges of ${one} (${cidr}) and ${other} (${otherCidr}) share addresses, so no route can lead from one to the other: PrivateLink needs none.`,
  crowd: (one: string, cidr: string, other: string, otherCidr: string) =>
    `${one} (${cidr}) and ${other} (${otherCidr}) share addresses and would stand in the same route tables, where a range can be there once only: PrivateLink needs no routes.`,
  notPeeringOneWay: 'It would open both networks to each other, where one port in one direction is enough.',
  notHubOneWay: 'It routes both ways, and every attachment costs by the hour.',
  notHubFew: (few: number) => `For up to ${few} pairs a hub costs by the hour and attachment, and saves little.`,
  notPrivateLinkBoth: 'It leads one way: each direction would need a load balancer and an endpoint of its own.',
  notPeeringMany: (pairs: number) =>
    `${pairs} peerings in every environment with routes on both sides, and no transit: each further partner adds more.`,
  notPeeringOverlap:
    'AWS refuses a peering between networks whose ranges overlap, and a route table takes a range once only.',
  notHubOverlap: 'It routes by address too: of two equal ranges only one can be reached.',
  ways: {
    'same-account': 'nothing to connect',
    peering: 'VPC peering',
    'transit-gateway': 'Transit Gateway',
    privatelink: 'PrivateLink',
  },
  transitive: (one: string, middle: string, other: string) =>
    `${one} reaches ${middle}, and ${middle} reaches ${other}, but ${one} does not reach ${other} through it: a peering has no transit. If it must, add the link ${one} to ${other}.`,
  databasePort: (link: string, port: number, to: string) =>
    `${link} opens the database port ${port} of ${to}: two products on one database cannot be changed apart. An API in front of it ages better; the plan does as you wrote.`,
  noExistingRange: (products: string) =>
    `What moves to production (${products}) needs its data before that has moved, and the range of the old network is not told. Add \`existing 172.31.0.0/16\` (with its real range) under \`networks\`, and the connection is planned too.`,
  existingOverlaps: (key: string, cidr: string, existing: string) =>
    `${key} (${cidr}) cannot get a peering with the old network (${existing}): their ranges, or those of what it is connected with, overlap. Move its servers and its data in one maintenance window.`,
  unnamedStore: (app: string, kind: string, at: string | null) =>
    `${app} expects ${kind}${at === null ? '' : ` (${at})`}, and no store of that kind is named: if it holds data, add it under \`stores\`.`,
  noStores:
    'No data store is named. If one holds data, name it under `stores`: moving data is the part that needs care.',

  // Replies.
  formIntro:
    'There is nothing to plan from yet. Fill in this form, put it into the text of this issue (or below `/cicd accounts` in a comment, or into `.github/cicd.yml`), and comment `/cicd accounts` again. What is known of this repository is filled in.',
  formIntroLocal:
    'There is nothing to plan from yet. Fill in this form, put it into .github/cicd.yml, commit, and run the command again. What is known of this repository is filled in.',
  formNotes: {
    environments: 'lowest impact first; production last',
    products: 'what could be run, paid for and broken apart from the rest; each gets an account in every environment',
    links: 'who opens connections to whom: "->" one way, "<->" both; ports after it (443 without)',
    networks: 'only ranges that are given; the others are chosen so that they do not overlap',
    stores: 'what holds data that must move',
    existing: 'the account in which everything is now',
    optional: 'optional',
  },
  formMistakes: (where: 'issue' | 'comment', lines: string) =>
    `The form in the ${where === 'issue' ? 'text of this issue' : 'comment'} has mistakes, so nothing was done:\n\n${lines}\n\nMend this, then comment \`/cicd accounts\` again.`,
  dryRun: 'This is what `/cicd accounts` would propose. Nothing was written.',
  upToDate: 'The default branch already holds this plan.',
  leftAlone: (paths: string) =>
    `${paths} stay as they are: they were changed, or were there before. Nothing else differs.`,

  // The pull request.
  title: (environments: number, products: number) =>
    `Plan several AWS accounts: ${environments} ${environments === 1 ? 'environment' : 'environments'}, ${products} ${products === 1 ? 'product' : 'products'}`,
  lead: ({ accounts, links, stores }: Counts) =>
    `**Merging creates nothing in AWS.** It adds a plan and its templates: ${accounts} accounts, ${links} ${links === 1 ? 'link' : 'links'} between products, ${stores} data ${stores === 1 ? 'store' : 'stores'} to move. People carry the plan out, step by step, and can stop after each. Closing changes nothing.`,
  readPlan: (link: string) => `Read ${link} first: it has every step with its commands, checks and way back.`,
  accountsTitle: '### Accounts',
  accountsHead: '| account | in | for |',
  roles: {
    management: 'organization, billing, sign-in; nothing runs there',
    'log-archive': 'logs of all accounts, which nobody can change',
    audit: 'security tools that look into all accounts',
    network: 'Transit Gateways',
    images: 'container images, pulled by all environments',
  },
  workload: (products: string, environment: string) => `${products} in ${environment}`,
  linksTitle: '### Links between accounts',
  linksHead: '| | link | way | because |',
  notChosen: 'What was not chosen, and why',
  rejected: (id: string, way: string, because: string) => `- ${id}: not ${way}: ${because}`,
  lattice:
    'Amazon VPC Lattice was not weighed: it is worth a look where many HTTP services need sign-in and rules for each request.',
  dataTitle: '### Data, which moves last',
  dataHead: '| store | goes to | downtime |',
  orderTitle: '### Order of the move',
  orderHead: '| step | who notices |',
  notesTitle: '### Know this first',
  filesTitle: 'Files',
  entriesTitle: 'What goes into `.github/cicd.yml` once the accounts are there',
  entriesText: (product: string) =>
    `Nothing is changed there by this pull request. These entries are for ${product}; put the numbers of the accounts in, commit, and comment \`/cicd setup\`: from then on the pipeline deploys into the new accounts.`,
  costsTitle: 'Costs',
  costs: {
    accounts:
      'Accounts, Organizations, IAM Identity Center and service control policies cost nothing by themselves. Control Tower costs what it switches on: AWS Config, CloudTrail and their storage.',
    twice: 'While both run, you pay for both: switch off in the old account what has moved, stage by stage.',
    peering:
      'VPC peering: no hourly charge; traffic is free within an Availability Zone and charged across zones and regions.',
    hub: 'Transit Gateway: each attachment by the hour, and each gigabyte.',
    privateLink:
      'PrivateLink: each endpoint by the hour and zone, and each gigabyte; and the Network Load Balancer by the hour.',
    nat: 'The VPC template has no NAT gateway, which would cost by the hour in each account.',
    billing:
      'Bills come to the management account as one; each account is a line of its own, which shows what a product costs.',
  },
  happensTitle: 'What happens when',
  happens: [
    ['on this pull request', 'nothing; the templates are text'],
    ['on merge', 'nothing in AWS: the plan is on the default branch'],
    ['when a person runs a step', 'what that step says, in the account that it names'],
    ['on close', 'nothing'],
  ],
  madeFromTitle: 'What this was made from',
  madeFrom: {
    comment: 'From the form in the comment. To keep it: as `accounts:` in `.github/cicd.yml` it reads',
    issue: 'From the form in the text of the issue. To keep it: as `accounts:` in `.github/cicd.yml` it reads',
    configuration: 'From `accounts:` in the configuration:',
  },
  undoTitle: 'How to undo',
  undo: 'Before the merge: close this pull request and delete its branch. After the merge: *Revert*. What people have made in AWS by then stays: each step of the plan says how to take it back.',
  again:
    'To change the plan: change the form or `.github/cicd.yml` and comment `/cicd accounts` again. What you changed in these files is kept.',
  requested: (url: string) => `Requested in [this comment](${url}). `,
  checkTitle: (accounts: number) => `A plan for ${accounts} accounts; nothing is created by merging`,

  // What each file is for.
  purposes: {
    plan: 'The plan: every step with commands, checks and way back',
    functions: 'Shell functions that the commands of the plan use',
    vpc: 'A VPC for an account that has none',
    network: (account: string) => `Network of ${account}`,
    permissionSets: 'Who may do what in which account',
    guardrails: 'What nobody may do in the accounts of products',
    images: 'Container images for all environments',
    pipeline: 'Sign-in of the pipeline and what it may do, for each environment account; as `/cicd setup` makes it',
    lock: 'What was generated, so that the next run can tell your changes from its own',
  },
}
