import type { App, Choice, Evidence, Outcome, RenderedFile } from '../model.ts'
import type { Paint } from './paint.ts'

const targetNames: Readonly<Record<string, string>> = {
  amplify: 'Amplify Hosting',
  apprunner: 'App Runner',
  ecr: 'Amazon ECR and ECS Express Mode',
  sam: 'SAM pipeline',
  cdk: 'AWS CDK',
  'lambda-web': 'Lambda Web Functions',
}

const kinds: Readonly<Record<App['kind'], string>> = {
  static: 'static site',
  ssr: 'server-rendered site',
  server: 'HTTP server',
  serverless: 'serverless application',
  worker: 'worker without HTTP',
}

// Control characters of a file name or a manifest must not reach the terminal.
function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD')
}

/** The answer for people: short, readable, without colours unless `paint` adds them. Ends with a line break. */
export function printOutcome(outcome: Outcome, repository: string, paint: Paint): string {
  const head = `${paint('bold', repository)} ${paint('dim', outcome.commit ? `at ${outcome.commit.slice(0, 7)} on ${outcome.defaultBranch}` : 'without commits')}`
  const blocks = [
    head,
    ...outcome.choices.map((choice) => printChoice(choice, paint)),
    ...verdict(outcome, paint),
    ...notes(outcome, paint),
  ]
  return `${safe(blocks.join('\n\n'))}\n`
}

function printChoice({ app, target, because, rejected }: Choice, paint: Paint): string {
  const title = [kinds[app.kind], app.framework ?? app.language, manager(app), runtime(app)].filter(
    (part) => part !== null,
  )
  const lines = [
    `${paint('bold', app.root === '.' ? 'root' : app.root)}  ${title.join(' · ')}`,
    `  ${paint('green', '→')} ${paint('bold', target ? (targetNames[target] ?? target) : 'none of ours')}: ${because}`,
    ...values(app).map(([label, value]) => `    ${paint('dim', label.padEnd(8))} ${value}`),
    ...app.evidence
      .slice(0, 8)
      .map((evidence) => `    ${paint('dim', 'seen'.padEnd(8))} ${where(evidence)}  ${evidence.says}`),
    ...rejected.map(
      (rejection) =>
        `    ${paint('dim', 'not')}      ${targetNames[rejection.target] ?? rejection.target}: ${rejection.because}`,
    ),
    ...app.remarks.map((remark) => `    ${paint('yellow', 'note'.padEnd(8))} ${remark}`),
  ]
  return lines.join('\n')
}

const where = ({ path, line }: Evidence) => (line === null ? path : `${path}:${line}`)
const manager = ({ packageManager: found }: App) =>
  found && (found.version ? `${found.name} ${found.version}` : found.name)
const runtime = ({ runtime: found }: App) => found && `${found.name} ${found.version}`

function values(app: App): readonly (readonly [string, string])[] {
  const rows: readonly (readonly [string, string | null])[] = [
    ['install', app.install],
    ['build', app.build],
    ['output', app.output],
    ['start', app.start],
    ['port', app.port === null ? null : String(app.port)],
  ]
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

const signs: Readonly<Record<RenderedFile['action'], string>> = { create: '+', update: '~', delete: '-' }

function verdict(outcome: Outcome, paint: Paint): readonly string[] {
  if (outcome.kind === 'proposal') {
    const width = Math.max(...outcome.files.map((file) => file.path.length))
    const rows = outcome.files.map(
      (file) => `  ${paint('green', signs[file.action])} ${file.path.padEnd(width)}  ${paint('dim', file.purpose)}`,
    )
    return [
      [
        `${paint('bold', outcome.pullRequest.title)} ${paint('dim', `(branch ${outcome.pullRequest.branch})`)}`,
        ...rows,
      ].join('\n'),
    ]
  }
  if (outcome.kind === 'ask') {
    return [
      [
        `${paint('yellow', '?')} ${outcome.question.text}`,
        ...outcome.question.choices.map((choice) => `    ${paint('cyan', choice)}`),
      ].join('\n'),
    ]
  }
  return [`${paint('yellow', outcome.kind === 'nothing' ? '✓' : '!')} ${outcome.because}`]
}

function notes(outcome: Outcome, paint: Paint): readonly string[] {
  if (outcome.notes.length === 0) return []
  return [[paint('bold', 'Notes'), ...outcome.notes.map((note) => `  - ${note}`)].join('\n')]
}
