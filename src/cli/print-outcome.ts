import type { App, Choice, Evidence, Outcome, RenderedFile } from '../model.ts'
import type { Texts } from '../text.ts'
import type { Paint } from './paint.ts'

const targetNames: Readonly<Record<string, string>> = {
  amplify: 'Amplify Hosting',
  apprunner: 'App Runner',
  ecr: 'Amazon ECR and ECS Express Mode',
  sam: 'SAM pipeline',
  cdk: 'AWS CDK',
  'lambda-web': 'Lambda Web Functions',
}

// Control characters of a file name or a manifest must not reach the terminal.
function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD')
}

/** The answer for people: short, readable, without colours unless `paint` adds them. Ends with a line break. */
export function printOutcome(outcome: Outcome, repository: string, paint: Paint, texts: Texts): string {
  const head = `${paint('bold', repository)} ${paint('dim', outcome.commit ? texts.cli.at(outcome.commit.slice(0, 7), outcome.defaultBranch) : texts.cli.noCommits)}`
  const blocks = [
    head,
    ...outcome.choices.map((choice) => printChoice(choice, paint, texts)),
    ...verdict(outcome, paint, texts),
    ...notes(outcome, paint, texts),
  ]
  return `${safe(blocks.join('\n\n'))}\n`
}

function printChoice({ app, target, because, rejected }: Choice, paint: Paint, { cli }: Texts): string {
  const title = [cli.kinds[app.kind], app.framework ?? app.language, manager(app), runtime(app)].filter(
    (part) => part !== null,
  )
  const lines = [
    `${paint('bold', app.root === '.' ? cli.root : app.root)}  ${title.join(' · ')}`,
    `  ${paint('green', '→')} ${paint('bold', target ? (targetNames[target] ?? target) : cli.noTarget)}: ${because}`,
    ...values(app, cli).map(([label, value]) => `    ${paint('dim', padded(label))} ${value}`),
    ...app.evidence
      .slice(0, 8)
      .map((evidence) => `    ${paint('dim', padded(cli.labels.seen))} ${where(evidence)}  ${evidence.says}`),
    ...rejected.map(
      (rejection) =>
        `    ${paint('dim', padded(cli.labels.not))} ${targetNames[rejection.target] ?? rejection.target}: ${rejection.because}`,
    ),
    ...app.remarks.map((remark) => `    ${paint('yellow', padded(cli.labels.note))} ${remark}`),
  ]
  return lines.join('\n')
}

/** A label in a column of eight; a Japanese character is two wide. */
function padded(label: string): string {
  const width = [...label].reduce((sum, character) => sum + (/[^\x20-\x7e]/.test(character) ? 2 : 1), 0)
  return label + ' '.repeat(Math.max(0, 8 - width))
}

const where = ({ path, line }: Evidence) => (line === null ? path : `${path}:${line}`)
const manager = ({ packageManager: found }: App) =>
  found && (found.version ? `${found.name} ${found.version}` : found.name)
const runtime = ({ runtime: found }: App) => found && `${found.name} ${found.version}`

function values(app: App, { labels }: Texts['cli']): readonly (readonly [string, string])[] {
  const rows: readonly (readonly [string, string | null])[] = [
    [labels.install, app.install],
    [labels.build, app.build],
    [labels.output, app.output],
    [labels.start, app.start],
    [labels.port, app.port === null ? null : String(app.port)],
  ]
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

const signs: Readonly<Record<RenderedFile['action'], string>> = { create: '+', update: '~', delete: '-' }

function verdict(outcome: Outcome, paint: Paint, { cli }: Texts): readonly string[] {
  if (outcome.kind === 'proposal') {
    const width = Math.max(...outcome.files.map((file) => file.path.length))
    const rows = outcome.files.map(
      (file) => `  ${paint('green', signs[file.action])} ${file.path.padEnd(width)}  ${paint('dim', file.purpose)}`,
    )
    return [
      [
        `${paint('bold', outcome.pullRequest.title)} ${paint('dim', cli.branch(outcome.pullRequest.branch))}`,
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

function notes(outcome: Outcome, paint: Paint, { cli }: Texts): readonly string[] {
  if (outcome.notes.length === 0) return []
  return [[paint('bold', cli.notes), ...outcome.notes.map((note) => `  - ${note}`)].join('\n')]
}
