import type { Step } from '../../decide/first-deployment.ts'
import type { DeploymentStatus } from '../../model.ts'
import { code } from '../../render/markdown.ts'
import type { Texts } from '../../text.ts'
import { deploymentsText, type Reader } from '../deployments/report.ts'

/** One app in one environment, and how far it is. */
export interface Followed {
  readonly status: DeploymentStatus
  readonly step: Step
}

/** How everything stands, as `status` shows it, and what the reader has to know or to do besides; Markdown blocks. `commit`: full id. */
export function followReport(all: readonly Followed[], commit: string, reader: Reader): readonly string[] {
  const words = reader.texts.follow
  const notes = all.flatMap((one) => note(one, code(commit.slice(0, 7)), reader.repository, words))
  const statuses = all.map(({ status }) => status)
  return [deploymentsText(statuses, reader), ...new Set(notes)].filter((text) => text !== '')
}

function note(
  { status: { of, last }, step }: Followed,
  commit: string,
  page: string,
  words: Texts['follow'],
): readonly string[] {
  const [app, environment] = [code(of.app.name), code(of.destination.environment)]
  if (step === 'blocked') return [words.rerun]
  if (step === 'to approve') return [words.toApprove(app, environment, last?.url ?? `${page}/actions`)]
  if (step === 'stopped') return [words.stopped(app, environment)]
  if (step !== 'untouched') return []
  if (of.workflow === null) return [words.notBuilt(app, environment, commit)]
  return [words.notRun(code(of.workflow.path), commit, `${page}/actions`)]
}
