import type { Context, Plan, PullRequest, Rendered, RenderedFile } from '../model.ts'
import { type Texts, textsOf } from '../text.ts'
import { choices } from './pull-request/choices.ts'
import { change, facts, origin, undo } from './pull-request/closing.ts'
import { costs } from './pull-request/costs.ts'
import { diagram } from './pull-request/diagram.ts'
import { evidence } from './pull-request/evidence.ts'
import { files } from './pull-request/files.ts'
import { happens } from './pull-request/happens.ts'
import { lead } from './pull-request/lead.ts'
import { permissions } from './pull-request/permissions.ts'
import { type Section, withinLimit } from './pull-request/section.ts'
import { settings } from './pull-request/settings.ts'
import { steps } from './pull-request/steps.ts'
import { title } from './pull-request/title.ts'
import { warnings } from './pull-request/warnings.ts'

/** Everything that the pull request tells about. */
export interface Proposal {
  readonly plan: Plan
  /** What each part of the plan emits; `of` is a target, `ci` or `bootstrap`. */
  readonly rendered: readonly Rendered[]
  /** What the pull request changes. */
  readonly files: readonly RenderedFile[]
  /** What exists and was not touched, with the reason. */
  readonly leftAlone: readonly { readonly path: string; readonly why: string }[]
  /** The commit that was read, for links to lines. */
  readonly commit: string
  readonly context: Context
}

/** The branch of every set-up. */
export const setUpBranch = 'cicd/setup'

/** The parts of the body in the order of reading: what a reviewer must know, what to do, then proof and details, folded away. */
const sections: readonly ((proposal: Proposal, texts: Texts) => Section | null)[] = [
  lead,
  warnings,
  choices,
  diagram,
  steps,
  files,
  happens,
  evidence,
  permissions,
  settings,
  costs,
  facts,
  change,
  undo,
  origin,
]

/**
 * Branch, title and body of the pull request. Pure Markdown, at most 60,000 characters (GitHub takes 65,536): beyond that the longest parts
 * are shortened, and it says so. Names from the repository are shown inert.
 */
export function pullRequest(proposal: Proposal): PullRequest {
  const texts = textsOf(proposal.context)
  const parts = sections.map((section) => section(proposal, texts)).filter((section) => section !== null)
  return { branch: setUpBranch, title: title(proposal, texts), body: withinLimit(parts, texts) }
}
