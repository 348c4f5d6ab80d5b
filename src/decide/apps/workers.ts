import { all, first, type On } from '../../detect/finding.ts'
import type { App, Evidence, Some } from '../../model.ts'
import type { Draft, ScopeRule } from './draft.ts'

/**
 * A process without HTTP beside the web process (`worker:` in a Procfile) is an app of its own from the same code (case G6).
 * Where it is the only process, it is what the place starts.
 */
export const workers: ScopeRule = {
  id: 'workers',
  apply: (drafts) => drafts.flatMap(withWorkers),
}

function withWorkers(draft: Draft): readonly Draft[] {
  const { app, findings } = draft
  const found = all(findings, 'worker')
  if (!app || found.length === 0) return [draft]
  const made = found.map(
    (finding): Draft => ({ ...draft, app: workerOf({ ...app, build: ownBuild(app, draft, finding) }, finding) }),
  )
  return app.kind === 'worker' ? made : [draft, ...made]
}

// What the web process builds each time that it starts is no part of the worker.
function ownBuild(app: App, { findings }: Draft, { value, proof }: On<'worker'>): string | null {
  if (value.build !== undefined) return value.build
  const built = first(findings, 'build')?.proof[0].path
  return built === proof[0].path ? null : app.build
}

/** The name is that of the process until `nameApps` gives the final one. */
function workerOf(app: App, { value, proof }: On<'worker'>): App {
  const [head, ...rest] = proof
  const evidence: Some<Evidence> = [{ ...head, id: '' }, ...rest.map((one) => ({ ...one, id: '' }))]
  const noHttp = { output: null, spa: false, port: null, honoursPort: null, healthPath: null }
  const { name, framework, start } = value
  return {
    ...app,
    ...noHttp,
    name,
    kind: 'worker',
    framework: framework ?? (app.kind === 'worker' ? app.framework : null),
    frameworkMajor: null,
    start,
    evidence,
  }
}
