import type { CheckReport, Complaint, Context, PullRequest, RenderedFile, Some } from '../model.ts'
import { textsOf } from '../text.ts'
import { whenOf } from './checkup.ts'
import { templateVersion } from './lock.ts'
import { code, details, tame } from './markdown.ts'
import { lineLink } from './pull-request/links.ts'

/** The branch of every upgrade that comes by itself. */
export const upgradeBranch = 'cicd/upgrade'

/** An upgrade, ready to be proposed. `reasons` say in words without spaces why, so that the same one is not proposed twice. */
export interface Upgrade {
  readonly files: Some<RenderedFile>
  readonly reasons: readonly string[]
  readonly pullRequest: PullRequest
  readonly check: CheckReport
}

/** What the pull request of an upgrade tells about. */
export interface UpgradeParts {
  readonly files: Some<RenderedFile>
  /** The version of the templates that the files are of; null: it is the newest. */
  readonly from: string | null
  /** What the upgrade mends. */
  readonly complaints: readonly Complaint[]
  /** What it cannot: it lies in files of people. */
  readonly left: readonly Complaint[]
  readonly reasons: readonly string[]
  readonly context: Context
  readonly commit: string
}

const mostLeft = 10

/** Branch, title, body and check of the pull request that brings generated files up to date. */
export function upgradeRequest(parts: UpgradeParts): Upgrade {
  const { files, from, complaints, left, reasons, context } = parts
  const { upgrade } = textsOf(context)
  const changed = files.slice(0, -1)
  const body = [
    upgrade.lead(changed.length),
    section(upgrade.why, [
      ...(from === null ? [] : [`- ${upgrade.templates(code(from), code(templateVersion))}`]),
      ...complaints.map((complaint) => `- ${because(complaint, parts)}`),
    ]),
    section(
      upgrade.files,
      changed.map(({ path, action, purpose }) => `- ${upgrade.actions[action]} ${code(path)}: ${tame(purpose)}`),
    ),
    ...(left.length === 0 ? [] : [details(upgrade.left(left.length), leftOver(left, parts))]),
    upgrade.scheduled,
    `<!-- ${mark} ${reasons.map((reason) => reason.replace(/[^\w.:-]/g, '')).join(' ')} -->`,
  ].join('\n\n')
  const pullRequest = { branch: upgradeBranch, title: upgrade.title, body }
  return {
    files,
    reasons,
    pullRequest,
    check: { title: upgrade.checkTitle(changed.length), summary: body, annotations: [] },
  }
}

const mark = 'cicd:upgrade'

/** The reasons that the text of an earlier upgrade names; none where people took them out. */
export function reasonsIn(body: string): readonly string[] {
  const [, found] = new RegExp(`<!-- ${mark} ([^>]*) -->`).exec(body) ?? []
  return found === undefined ? [] : found.split(' ').filter((reason) => reason !== '')
}

function because(complaint: Complaint, place: UpgradeParts): string {
  const { upgrade } = textsOf(place.context)
  const { evidence, fact, says } = complaint
  const [first] = evidence
  return [
    says,
    ...(first === undefined ? [] : [lineLink(place, first)]),
    ...(fact === null ? [] : [upgrade.source(fact.date, fact.source)]),
  ].join(' ')
}

function leftOver(left: readonly Complaint[], place: UpgradeParts): string {
  const texts = textsOf(place.context)
  const rows = left
    .slice(0, mostLeft)
    .map((complaint) => `- **${whenOf(complaint, texts)}**: ${because(complaint, place)}`)
  return [...rows, '', texts.upgrade.seeDoctor].join('\n')
}

function section(title: string, lines: readonly string[]): string {
  return [`### ${title}`, '', ...lines].join('\n')
}
