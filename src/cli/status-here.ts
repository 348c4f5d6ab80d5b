import { awsDoor } from '../app/connect/aws-door.ts'
import { refusalText } from '../app/connect/report.ts'
import { readDeployments } from '../app/deployments/read.ts'
import { productOf, timeText } from '../app/deployments/report.ts'
import { unknownAccount } from '../config/unknown-account.ts'
import { configOf } from '../config.ts'
import { deliveredApps } from '../decide/delivered-apps.ts'
import { likelyFix } from '../decide/likely-fix.ts'
import { UserError } from '../errors.ts'
import { localFacts } from '../local/facts.ts'
import { findRepository } from '../local/find-repository.ts'
import { localReader } from '../local/reader.ts'
import type { Context, DeploymentState, DeploymentStatus } from '../model.ts'
import { readRepository } from '../read.ts'
import { stages } from '../render/environments.ts'
import { maskedLines } from '../render/masked.ts'
import { readAwsSettings } from '../settings/aws.ts'
import { ownEnvironment } from '../settings.ts'
import { type Texts, textsOf } from '../text.ts'
import type { CliGiven, ExitCode } from './command.ts'
import { type Line, printLines } from './lines.ts'
import type { Style } from './paint.ts'
import { statusJson } from './status-json.ts'
import type { Terminal } from './terminal.ts'
import { padded } from './width.ts'

/**
 * Says how what HEAD of a local repository delivers stands in AWS, with the caller's own credentials; GitHub is not asked. Reads only. Gives the exit code: 0,
 * whatever the state is. Throws `UserError` where there is no repository or no such environment, and for mistakes of its configuration.
 */
export async function statusHere({ directory, options }: CliGiven, terminal: Terminal): Promise<ExitCode> {
  const top = await findRepository(directory)
  const repository = await localFacts(top)
  const tree = await readRepository(localReader(top))
  const { config } = configOf(tree)
  const context: Context = { repository, aws: unknownAccount, config, request: { verb: 'plan', ...options, by: null } }
  const texts = textsOf(context)
  const { environment } = options
  if (environment !== null && !stages(context).some(({ name }) => name === environment)) {
    throw new UserError(({ connect }) => connect.noEnvironment(`\`${environment}\``))
  }
  const apps = tree === null ? [] : deliveredApps(tree, context)
  terminal.progress.show(texts.status.asking)
  const all = await readDeployments(apps, {
    door: awsDoor(readAwsSettings(ownEnvironment()), {}, () => true),
    whose: { repository, roles: [] },
    asking: { verb: 'status', number: 0, write: false },
    github: null,
  })
  terminal.progress.clear()
  if (options.json) terminal.say(`${JSON.stringify(statusJson(all), null, 2)}\n`)
  else terminal.say(printLines(report(all, texts, terminal.program), terminal.paint, terminal.columns))
  return 0
}

function report(all: readonly DeploymentStatus[], texts: Texts, program: string): readonly Line[] {
  const shown = all.filter(({ of, state }) => of.merged || (state !== 'none' && state !== 'unknown'))
  const here = (text: string) => text.replaceAll('/cicd', program).replaceAll('slipway', program)
  if (shown.length === 0) return [{ parts: [here(texts.status.nothingDelivered)], hang: 0 }]
  return shown.flatMap((status, index) => [
    ...(index === 0 ? [] : [{ parts: [''], hang: 0 }]),
    head(status),
    ...rows(status, texts, here).map(([label, text, style]): Line => {
      return { parts: ['  ', ['dim', padded(label, 10)], ' ', style === null ? text : [style, text]], hang: 13 }
    }),
  ])
}

function head({ of, service }: DeploymentStatus): Line {
  const { environment, region } = of.destination
  const where = region === null ? environment : `${environment} (${region})`
  return { parts: [['bold', of.app.name], `  ${where}  ${productOf(of)} ${service}`], hang: 2 }
}

const styles: Readonly<Record<DeploymentState, Style | null>> = {
  running: 'green',
  failed: 'red',
  deploying: 'cyan',
  paused: 'yellow',
  removed: 'yellow',
  none: null,
  unknown: 'yellow',
}

type Row = readonly [string, string, Style | null]

function rows(status: DeploymentStatus, texts: Texts, here: (text: string) => string): readonly Row[] {
  const { labels, state: states, fixes } = texts.status
  const { state, last, url, console: page, logs, cause } = status
  const fix = state === 'failed' && cause !== null ? likelyFix(cause) : null
  const silence = silenceText(status, texts)
  const when = [last?.commit?.slice(0, 7), last?.at == null ? undefined : timeText(last.at), last?.by ?? undefined]
  const lines: readonly (readonly [string, string | null, Style | null])[] = [
    [labels.state, states[state].replaceAll('*', ''), styles[state]],
    [labels.last, last === null ? null : when.filter((part) => part !== undefined).join('  '), null],
    [labels.address, url, null],
    [labels.console, page, null],
    [labels.logs, logs, null],
    ...maskedLines(cause ?? []).map((line) => [labels.why, line, null] as const),
    [labels.fix, fix === null ? null : here(fixes[fix]), null],
    [labels.why, silence, null],
  ]
  return lines.flatMap(([label, text, style]): Row[] => (text === null || text === '' ? [] : [[label, text, style]]))
}

/** Why AWS did not say, or cannot know; null: it said. */
function silenceText({ of, source, silence }: DeploymentStatus, { connect, status }: Texts): string | null {
  if (silence === null) return source === 'nobody' ? status.onlyGitHub : null
  return typeof silence === 'string'
    ? status.notAsked[silence](of.destination.environment)
    : refusalText(silence, connect)
}
