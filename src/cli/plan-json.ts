import type { App, Choice, Outcome } from '../model.ts'

/** The contract of `slipway plan --json`: fields may be added, never changed. */
export function planJson(outcome: Outcome) {
  return {
    ...(outcome.accounts === undefined ? {} : { accounts: outcome.accounts }),
    commit: outcome.commit,
    defaultBranch: outcome.defaultBranch,
    outcome: outcome.kind,
    question: outcome.kind === 'ask' ? outcome.question : null,
    apps: outcome.choices.map(appJson),
    files:
      outcome.kind === 'proposal'
        ? outcome.files.map(({ path, action, mode, content }) => ({ path, action, mode, content }))
        : [],
    pullRequest: outcome.kind === 'proposal' ? outcome.pullRequest : null,
    notes:
      outcome.kind === 'nothing' || outcome.kind === 'unknown' ? [outcome.because, ...outcome.notes] : outcome.notes,
  }
}

function appJson({ app, target, ci, because, rejected }: Choice) {
  return {
    ...facts(app),
    target,
    ci,
    because,
    rejected,
    evidence: app.evidence,
    dockerfile: app.dockerfile?.path ?? null,
    env: app.env,
    needs: app.needs,
    remarks: app.remarks,
  }
}

function facts(app: App) {
  const { root, name, kind, language, framework, packageManager, runtime, install, build, test, output, start, port } =
    app
  return { root, name, kind, language, framework, packageManager, runtime, install, build, test, output, start, port }
}
