/** What the first lines of a pull request tell: how many files, where pushes go, what is still to be done. */
interface Lead {
  readonly added: number
  readonly changed: number
  readonly targets: readonly string[]
  readonly waits: boolean
  readonly ci: boolean
  /** Whether another CI provider than GitHub Actions tests the branch. */
  readonly provider: boolean
}

export const pullRequest = {
  foundTitle: '### What was found and chosen',
  foundHead: '| app | is | goes to | because |',
  notChosen: 'What was not chosen, and why',
  leftOut: ', left out: it is delivered already',
  facts: 'Facts that may change, with their dates',
  otherTarget: (target: string) => `- Another target: comment \`/cicd setup --target=${target}\` on an issue.`,
  oneApp: (path: string) => `- One app only: \`/cicd setup --path=${path}\`.`,
  forGood:
    '- For good: write the choice into `.github/cicd.yml` on the default branch and comment `/cicd setup` again.',
  smallChange: '- A small change: commit to this branch, or edit the files after the merge. What you change is kept.',
  allCommands: '- All commands: `/cicd help`.',
  change: 'How to change the outcome',
  nothingStays: 'Nothing stays in AWS.',
  whatStays: 'What stays in AWS after that, and how to remove it:',
  undoText: 'Before the merge: close this pull request and delete its branch. After the merge: *Revert* on this page.',
  undo: 'How to undo',
  pushTo: (branch: string) => `push to ${branch}`,
  filesHead: '| file | | what it is for |',
  noOther: 'No other file is touched.',
  checkedYaml: 'every YAML file reads alike by YAML 1.1 and 1.2',
  checkedActions: 'every action is pinned to a known commit, every job has its own least permissions and a timeout',
  checkedRoles: 'no role may do everything',
  checkedSubjects: 'the sign-in is bound to exact subjects',
  pins: 'Actions, each pinned to one commit',
  allowActions: (names: string) =>
    `Where the organisation allows selected actions only, these have to be on its list: ${names}`,
  closed: '| When this pull request is closed | Nothing. |',
  happens: 'What happens when',
  happensHead: '| when | what |',
  subjects: 'The role can be taken only by runs whose token has exactly one of these subjects:',
  permissionsHead: '| for | may | on |',
  permissions: 'Permissions that are granted in AWS',
  permissionsShort: 'They are in `infra/cicd/bootstrap.yaml`.',
  mustNot: 'must not: ',
  conditional: ' (with a condition)',
  settingsHead: '| name | | where | for |',
  stepsSetThem: 'The steps above set them.',
  settings: 'Variables and secrets',
  beforeMerging: '### Before merging',
  afterMerging: '### After merging',
  optionalSteps: 'Steps that can be skipped',
  warnings: '### Before you merge, know this',
  connect: (actions: string) =>
    `The workflows use actions that do not come with GitHub Enterprise Server: ${actions}. An administrator must allow them through GitHub Connect, or mirror them.`,
  andMore: (left: number) => `and ${left} more`,
  andMoreLine: (left: number) => `- … and ${left} more`,
  more: (left: number) => `${left} more`,
  source: 'Source',
  open: 'Open',
  costs: 'Costs',
  evidence: 'Evidence',
  evidenceHead: '| | line | says |',
  evidenceHeadSeveral: '| | app | line | says |',
  files: '### Files',
  actions: { create: 'new', update: 'changed', delete: 'removed' },
  onlyThese: (checked: readonly string[]) =>
    `No other file is touched. ${checked.length === 0 ? '' : `Checked: ${checked.join('; ')}.`}`,
  pin: (action: string, date: string) => `${action}, read ${date}`,
  inRepository: 'repository',
  inEnvironment: (name: string) => `environment ${name}`,
  kinds: { variable: 'variable', secret: 'secret' },
  leftAlone: (path: string, why: string) => `${path} was left alone: ${why}.`,
  noDeployment: 'no deployment',
  kindOf: {
    static: 'static site',
    ssr: 'site rendered on a server',
    server: 'HTTP server',
    serverless: 'serverless app',
    worker: 'worker without HTTP',
  },
  singlePage: 'single-page app',
  theRepository: 'the repository',
  comma: ', ',
  requested: (login: string, url: string) => `Requested by ${login} in [this comment](${url}). `,
  readAt: (commit: string, templates: string) => `Read at commit ${commit}; templates ${templates}.`,
  tooLong: 'This text was too long and ends here.',
  titleCi: 'Add CI with GitHub Actions',
  titleNothing: 'Set up CI/CD',
  title: (parts: readonly { readonly apps: readonly string[]; readonly target: string }[], ci: boolean) => {
    const named = parts.map(
      ({ apps, target }) => `${apps.length > 3 ? `${apps.length} apps` : apps.join(', ')} to ${target}`,
    )
    return `Deploy ${named.join(' and ')}${ci ? ', with CI' : ''}`
  },
  lead: ({ added, changed, targets, waits, ci, provider }: Lead) => {
    const counted = (number: number, verb: string) =>
      number === 0 ? [] : [`${verb} ${number} ${number === 1 ? 'file' : 'files'}`]
    const counts = [...counted(added, 'adds'), ...counted(changed, 'changes')].join(' and ')
    const goal =
      targets.length === 0
        ? 'so that every pull request is checked'
        : `so that pushes are delivered by ${targets.join(' and ')}`
    const merging = `**Merging** ${counts || 'changes no file'}, ${goal}${waits ? ', once the steps below are done' : ''}.`
    const only = '**Nothing is deployed before the merge**; on this pull request only CI runs, with read access.'
    const before = ci
      ? only
      : provider
        ? '**Nothing is deployed before the merge.**'
        : '**Nothing runs before the merge.**'
    return `${merging} Closing it changes nothing. ${before}`
  },
}
