import { likelyFix } from '../decide/likely-fix.ts'
import type { DeploymentStatus } from '../model.ts'
import { maskedLines } from '../render/masked.ts'

/** The contract of `slipway status --json`: fields may be added, never changed. */
export function statusJson(all: readonly DeploymentStatus[]) {
  return { apps: all.map(appJson) }
}

function appJson({ of, service, state, last, url, console, logs, cause, source, silence }: DeploymentStatus) {
  const { environment, account, region, branch, production } = of.destination
  return {
    ...{ root: of.app.root, name: of.app.name, target: of.target, service },
    ...{ environment, production, account, region, branch, merged: of.merged },
    ...{ state, last, url, console, logs, workflow: of.workflow?.path ?? null },
    cause: cause === null ? null : maskedLines(cause),
    likelyFix: state === 'failed' && cause !== null ? likelyFix(cause) : null,
    ...{ source, silence: typeof silence === 'string' || silence === null ? silence : silence.why },
  }
}
