import type { Step } from '../../decide/first-deployment.ts'
import type { DeploymentStatus } from '../../model.ts'
import { block, cell, code, details } from '../../render/markdown.ts'
import { withoutAccounts } from '../../render/masked.ts'
import type { Texts } from '../../text.ts'
import { refusalText } from '../connect/report.ts'

/** One app in one environment, and how far it is. */
export interface Followed {
  readonly status: DeploymentStatus
  readonly step: Step
}

/** What a report says besides how things stand. */
export interface Around {
  readonly texts: Texts
  /** Full id. */
  readonly commit: string
  /** Page of the repository. */
  readonly page: string
}

/** How everything stands as a table, and below it what a reader has to know or to do; Markdown blocks. */
export function followReport(all: readonly Followed[], around: Around): readonly string[] {
  const words = around.texts.follow
  const rows = all.map((one) => row(one, words))
  const notes = new Set(all.flatMap((one) => note(one, around)))
  return [[words.head, ...rows].join('\n'), ...notes]
}

function row({ status, step }: Followed, words: Texts['follow']): string {
  const { of, service, url, last, console: page, logs } = status
  const answers = url === null || step !== 'in service' ? '' : ` <${url}>`
  const links = [
    [words.deployment, of.workflow === null ? null : (last?.url ?? null)],
    [words.console, page],
    [words.logs, step === 'failed' ? logs : null],
  ] as const
  const shown = links.flatMap(([name, link]) => (link === null ? [] : [`[${name}](${link})`]))
  const says = `${words.step[step]}${answers}${shown.length === 0 ? '' : ` ${shown.join(', ')}`}`
  return `| ${[code(of.destination.environment), code(of.app.name), code(service), says].map(cell).join(' | ')} |`
}

function note({ status, step }: Followed, { texts, commit, page }: Around): readonly string[] {
  const { of, silence, cause } = status
  const words = texts.follow
  const [app, environment, sha] = [code(of.app.name), code(of.destination.environment), code(commit.slice(0, 7))]
  switch (step) {
    case 'to connect':
      return [words.toConnect(app, environment, code('/cicd connect'))]
    case 'failed':
    case 'blocked':
      return cause === null || cause.length === 0
        ? [words.noCause(app, environment)]
        : [details(words.cause(app, environment), block(lines(cause)))]
    case 'untouched':
      return of.workflow === null
        ? [words.notBuilt(app, environment, sha)]
        : [words.notRun(code(of.workflow.path), sha, `${page}/actions`)]
    case 'stopped':
      return [words.stopped(app, environment)]
    case 'unseen':
    case 'not begun':
      if (silence === null) return []
      return [
        typeof silence === 'string' ? texts.connect.closed[silence](environment) : refusalText(silence, texts.connect),
      ]
    case 'in service':
    case 'under way':
      return []
  }
}

const mostCharacters = 1500

/** Foreign words as they came, but for the numbers of accounts, cut to what a comment can bear. */
function lines(cause: readonly string[]): string {
  return withoutAccounts(
    cause
      .join('\n')
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? sign : '')),
  ).slice(0, mostCharacters)
}
