import { stackOf } from '../../../detect/commands/program.ts'
import { first } from '../../../detect/finding.ts'
import { pathFrom } from '../../../detect/path-from.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow } from './folders.ts'

/**
 * A hosting file at the top of a Java build starts the archive of a module (`web: java -jar api/target/api.jar`): the app is
 * the module, started so.
 */
export const moduleStarter: ScopeRule = {
  id: 'module-starter',
  apply(drafts) {
    const pairs = drafts.flatMap((above) => {
      const module = drafts.find((other) => starts(above, other))
      return module ? [{ above, module }] : []
    })
    return drafts.flatMap((draft) => {
      if (pairs.some(({ above }) => above === draft)) return []
      const pair = pairs.find(({ module }) => module === draft)
      return [pair && draft.app ? { ...draft, app: startedBy(draft.app, pair.above) } : draft]
    })
  },
}

function starts(above: Draft, { app, place }: Draft): boolean {
  if (app?.language !== 'java' || above.app?.framework) return false
  const start = first(above.findings, 'start')?.value ?? ''
  return (
    isBelow(place.root, above.place.root) &&
    stackOf(start) === 'java' &&
    start.includes(` ${folderOf(above, place.root)}/`)
  )
}

const folderOf = ({ place }: Draft, root: string) => pathFrom(place.root, root)

function startedBy(app: App, above: Draft): App {
  const start = first(above.findings, 'start')
  if (!start?.value) return app
  return {
    ...app,
    start: start.value.replace(` ${folderOf(above, app.root)}/`, ' '),
    port: first(above.findings, 'port')?.value ?? app.port,
    honoursPort: first(above.findings, 'honoursPort')?.value ?? app.honoursPort,
    evidence: [...app.evidence, { ...start.proof[0], id: '' }],
  }
}
