import { likelyFix } from '../../decide/likely-fix.ts'
import type { DeliveredApp, DeploymentStatus, LastDeployment } from '../../model.ts'
import { foreignAddress } from '../../render/foreign-address.ts'
import { cell, code } from '../../render/markdown.ts'
import { quoted } from '../../render/masked.ts'
import type { Texts } from '../../text.ts'
import { refusalText } from '../connect/report.ts'

/** Products of AWS have one name in every language. */
const products: Readonly<Record<DeliveredApp['host']['kind'], string>> = {
  amplify: 'Amplify',
  apprunner: 'App Runner',
  express: 'ECS Express',
  worker: 'ECS',
  stack: 'CloudFormation',
  unseen: '',
}

/** The product that runs an app, as its name. */
export function productOf({ host, target }: DeliveredApp): string {
  if (host.kind !== 'unseen') return products[host.kind]
  return target === 'cdk' ? 'AWS CDK' : 'Lambda'
}

/** What a report is made for. */
export interface Reader {
  /** Address of the repository's page: `https://github.com/acme/shop`. */
  readonly repository: string
  readonly texts: Texts
  /** Whether GitHub was not to be asked, though it should have been. */
  readonly githubSilent: boolean
}

/** The table of what is delivered, and below it why the last deployments failed and who did not answer. Empty where nothing is delivered. */
export function deploymentsText(all: readonly DeploymentStatus[], reader: Reader): string {
  const shown = all.filter(({ of, state }) => of.merged || (state !== 'none' && state !== 'unknown'))
  if (shown.length === 0) return ''
  const words = reader.texts.status
  const rows = shown.map((status) => row(status, reader))
  const notes = [
    ...silences(shown, reader.texts),
    ...(reader.githubSilent ? [words.githubSilent] : []),
    ...(shown.some(needsConnect) ? [words.connectNext(code('/cicd connect'))] : []),
  ]
  return [[words.head, ...rows].join('\n'), ...shown.flatMap((status) => causeText(status, words)), ...notes].join(
    '\n\n',
  )
}

function row(status: DeploymentStatus, { repository, texts: { status: words } }: Reader): string {
  const { of, service, state, last, url } = status
  const region = of.destination.region === null ? '' : ` (${of.destination.region})`
  const address = url === null ? null : foreignAddress(url)
  const cells = [
    code(of.app.name),
    `${code(of.destination.environment)}${region}`,
    `${productOf(of)} ${code(service)}`,
    words.state[status.waits === true ? 'waits' : state],
    last === null ? '' : lastText(last, repository, words),
    address === null ? '' : `<${address}>`,
    links(status, repository, words).join(' · '),
  ]
  return `| ${cells.map(cell).join(' | ')} |`
}

function lastText({ commit, at, by, url }: LastDeployment, repository: string, words: Texts['status']): string {
  const sha = commit === null ? [] : [`[${code(commit.slice(0, 7))}](${repository}/commit/${commit})`]
  const when = at === null ? '' : linked(timeText(at), url)
  const who = by === null ? when : words.by(when, code(by))
  return [...sha, who].filter((part) => part !== '').join(' ')
}

/** Text that leads to an address which AWS or GitHub told. */
function linked(text: string, url: string | null): string {
  const address = url === null ? null : foreignAddress(url)
  return address === null ? text : `[${text}](${address})`
}

/** `2026-11-22 10:05 UTC`. */
export function timeText(at: string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function links({ of, console, logs }: DeploymentStatus, repository: string, words: Texts['status']): readonly string[] {
  const file = of.workflow?.path.split('/').at(-1)
  return [
    ...(console === null ? [] : [linked(words.console, console)]),
    ...(logs === null ? [] : [linked(words.logs, logs)]),
    ...(file === undefined ? [] : [`[${words.workflow}](${repository}/actions/workflows/${encodeURIComponent(file)})`]),
  ]
}

/** Why the last deployment failed, or what else is to be known, with the likely fix. */
function causeText({ of, state, cause, url }: DeploymentStatus, words: Texts['status']): readonly string[] {
  if (cause === null || cause.length === 0) return []
  const names = [code(of.app.name), code(of.destination.environment)] as const
  if (state !== 'failed') return [words.otherNote(...names), quoted(cause)]
  const fix = likelyFix(cause)
  return [
    words.failedLead(...names),
    quoted(cause),
    ...(fix === null ? [] : [words.likelyFix(words.fixes[fix])]),
    ...(url === null ? [] : [words.stillAnswers]),
  ]
}

/** Who did not answer, each reason once. */
function silences(all: readonly DeploymentStatus[], { status: words, connect }: Texts): readonly string[] {
  const lines = all.flatMap(({ of, silence }) => {
    if (silence === null) return []
    if (typeof silence === 'string') return [words.notAsked[silence](code(of.destination.environment))]
    return [refusalText(silence, connect)]
  })
  return [...new Set(lines)]
}

/** What AWS builds by itself begins with `connect`. */
function needsConnect({ of, state, source }: DeploymentStatus): boolean {
  return state === 'none' && of.workflow === null && source === 'aws' && of.host.kind !== 'unseen'
}
