import type { App, Context, TargetId } from '../model.ts'
import { runningOf } from './running.ts'
import { isAsked, type Settled } from './settled.ts'

/** A target that goes before the ladder, and since when it is wished for. */
export interface Wish {
  readonly target: TargetId
  readonly since: 'asked' | 'settled' | 'running'
}

/** What is asked for now counts first, then the configuration, then how the app was set up before, then what the account runs already. */
export function wish(app: App, { request, config, aws }: Context, settled: Settled): Wish | null {
  const now = isAsked(app, request.path) ? request.target : null
  const asked = now ?? config.apps.find((entry) => entry.path === app.root)?.target ?? null
  if (asked !== null) return { target: asked, since: 'asked' }
  const before = settled.get(app.root)?.target ?? null
  if (before !== null) return { target: before, since: 'settled' }
  const running = runningOf(app, aws)?.target
  return running === undefined ? null : { target: running, since: 'running' }
}
