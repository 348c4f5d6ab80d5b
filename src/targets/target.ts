import type { App, Choice, CiId, Context, Host, Rendering, Some, TargetId } from '../model.ts'
import type { Stage } from '../render/environments.ts'
import type { Texts } from '../text.ts'

/** Yes or no, with the reason in one sentence for the pull request. `id` is stable, for `/cicd explain`. */
export interface Verdict {
  readonly ok: boolean
  readonly id: string
  readonly because: string
}

/** One delivery path. Pure: the same choices and context give the same bytes. */
export interface Target {
  readonly id: TargetId
  /** Whether this kind of product can run the app at all: looks at the app alone. */
  serves(app: App, texts: Texts): Verdict
  /** Whether it may be used here: account, configuration, repository, and the CI provider that is wanted. Asked only where `serves` said yes. */
  fits(app: App, context: Context, ci: CiId): Verdict
  /** All files and texts for the apps of this target, which share one repository and one CI provider. */
  render(choices: Some<Choice>, context: Context): Rendering
  /** What runs the app in one environment, by the names that `render` gives. */
  host(app: App, stage: Stage, context: Context): Host
  /** Path of the workflow by which GitHub Actions deploys the app; null: AWS builds and deploys it by itself. */
  workflow(app: App, context: Context): string | null
}
