import type { AccountsSummary } from './accounts.ts'
import type { App, CiId, Existing, Question, Some, TargetId } from './app.ts'
import type { Delivery } from './delivery.ts'
import type { FileMode } from './tree.ts'

export interface Rejection {
  readonly id: string
  readonly target: TargetId
  readonly because: string
  /** It would do too; another one comes first. */
  readonly possible: boolean
}

/** What was decided for one app. `target` null: none of ours; `because` says what to do instead. */
export interface Choice {
  readonly app: App
  readonly target: TargetId | null
  readonly ci: CiId | null
  readonly because: string
  readonly rejected: readonly Rejection[]
}

/** Between deciding and emitting. */
export interface Plan {
  readonly choices: readonly Choice[]
  readonly existing: readonly Existing[]
  readonly notes: readonly string[]
  readonly question: Question | null
}

/** A file as the templates give it. `purpose` is one line for the pull request. */
export interface GeneratedFile {
  readonly path: string
  readonly mode: FileMode
  readonly content: string
  readonly purpose: string
}

/** A file of the proposal, compared with what the repository holds. `content` is null for `delete`. */
export interface RenderedFile {
  readonly path: string
  readonly action: 'create' | 'update' | 'delete'
  readonly mode: FileMode
  readonly content: string | null
  readonly purpose: string
}

/** Something a person must do; `commands` are safe to copy and paste into a shell. `when`: before or after the merge. */
export interface Step {
  readonly when: 'before merge' | 'after merge'
  readonly title: string
  readonly text: string
  readonly commands: readonly string[]
  readonly link: string | null
  /** It can be skipped; absent: it is needed. */
  readonly optional?: true
}

/** A GitHub Actions variable or secret that the emitted workflows read. Never a value that is secret. */
export interface Setting {
  readonly name: string
  readonly kind: 'variable' | 'secret'
  readonly environment: string | null
  readonly example: string
  readonly why: string
}

/** An IAM statement, as it stands in a CloudFormation template. Values may be intrinsic functions. */
export interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: readonly string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}

/** A dated fact that the choice or a file rests on. `date` is ISO 8601. */
export interface DatedFact {
  readonly id: string
  readonly date: string
  readonly says: string
  readonly source: string
}

/** What a target gives for its apps. */
export interface Rendering {
  readonly files: readonly GeneratedFile[]
  readonly steps: readonly Step[]
  readonly settings: readonly Setting[]
  /** What the deploy role of the bootstrap template must be allowed; empty: no role is needed. */
  readonly permissions: readonly { readonly why: string; readonly statement: Statement }[]
  /** Parameters and resources that the bootstrap template needs besides the deploy role. */
  readonly bootstrap: {
    readonly parameters: Record<string, unknown>
    readonly resources: Record<string, unknown>
    readonly outputs: Record<string, unknown>
  } | null
  /** What happens on this pull request, on merge, on the next push, on close. */
  readonly happens: readonly { readonly when: string; readonly what: string }[]
  /** First lines of the pull request, for what a reviewer must not miss. */
  readonly warnings: readonly string[]
  readonly costs: readonly string[]
  /** What stays in AWS after a revert, and how to remove it. */
  readonly leftovers: readonly string[]
  readonly facts: readonly DatedFact[]
  /** Nodes of the delivery path, from push to URL, for the diagram. */
  readonly delivery: Some<string>
  /** What a provider other than GitHub Actions has to run; absent: nothing. */
  readonly deliveries?: readonly Delivery[]
}

/** A file on the proposal's branch: as it was proposed last, and as it is now. Null: not there. */
export interface Sides {
  readonly base: string | null
  readonly theirs: string | null
}

/** A new proposal over what people changed on its branch: what is to be written, and what stays as they have it. */
export interface OverPeople {
  readonly files: readonly RenderedFile[]
  /** `conflict`: the lines to decide about, with the usual markers; null where there are none. */
  readonly kept: readonly { readonly path: string; readonly why: string; readonly conflict: string | null }[]
}

export interface PullRequest {
  readonly branch: string
  readonly title: string
  readonly body: string
}

interface Answer {
  readonly commit: string | null
  readonly defaultBranch: string
  readonly choices: readonly Choice[]
  /** What delivers or tests already, besides what was generated. */
  readonly existing: readonly Existing[]
  readonly notes: readonly string[]
  /** With a plan for several accounts only. */
  readonly accounts?: AccountsSummary
}

/** A remark at a line of a file. Lines and columns count from 1; `column` null: the whole line. */
export interface Annotation {
  readonly path: string
  readonly line: number
  readonly column: number | null
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title?: string
  readonly message: string
}

/** What the check on the pull request says. `summary` is Markdown of at most 60,000 characters; at most 50 annotations. */
export interface CheckReport {
  readonly title: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

/** What one part of the plan emits: a target, the CI workflow, the files of another CI provider, or the bootstrap template. */
export interface Rendered {
  readonly of: TargetId | 'ci' | 'provider' | 'bootstrap'
  readonly rendering: Rendering
}

/** The answer of the pure middle. */
export type Outcome =
  | (Answer & {
      readonly kind: 'proposal'
      readonly files: Some<RenderedFile>
      readonly rendered: readonly Rendered[]
      readonly pullRequest: PullRequest
      readonly check: CheckReport
    })
  | (Answer & { readonly kind: 'nothing'; readonly because: string })
  | (Answer & { readonly kind: 'ask'; readonly question: Question })
  | (Answer & { readonly kind: 'unknown'; readonly because: string })
