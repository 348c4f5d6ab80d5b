import { pathFrom } from '../../../detect/path-from.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow } from './folders.ts'

/**
 * One program over two folders: the list of packages above (`Pipfile`, `requirements.txt`), the program below (`manage.py`).
 * It is one app, in the folder of the packages. Where several programs share the list, each is one in its own folder.
 */
export const splitProject: ScopeRule = {
  id: 'split-project',
  apply(drafts) {
    const pairs = drafts.flatMap((above) => {
      const below = drafts.filter((other) => isProgramOf(above, other))
      return below.length === 1 ? below.map((program) => ({ above, program })) : []
    })
    const lists = drafts.filter((above) => drafts.filter((other) => isProgramOf(above, other)).length > 1)
    return drafts.flatMap((draft) => {
      if (lists.includes(draft) || pairs.some(({ program }) => program === draft)) return []
      const pair = pairs.find(({ above }) => above === draft)
      const list = lists.find((above) => isProgramOf(above, draft))
      return [pair ? joined(pair.above, pair.program) : list ? withPackagesOf(list, draft) : draft]
    })
  },
}

function isProgramOf({ app, place }: Draft, other: Draft): boolean {
  if (app?.kind !== 'server' || app.start !== null || app.install === null || app.dockerfile?.usable) return false
  if (!isBelow(other.place.root, place.root) || other.app?.kind !== 'server') return false
  return other.app.start !== null && other.app.install === null && other.app.language === app.language
}

function withPackagesOf({ app: list }: Draft, program: Draft): Draft {
  const { app } = program
  if (!app || !list) return program
  const { packageManager, lockfile, runtime } = list
  const install = list.install === null ? null : `cd ${pathFrom(app.root, list.root)} && ${list.install}`
  return { ...program, app: { ...app, packageManager, lockfile, runtime: app.runtime ?? runtime, install } }
}

function joined(above: Draft, { app: program, place }: Draft): Draft {
  const { app } = above
  if (!app || !program) return above
  const folder = pathFrom(above.place.root, place.root)
  const inFolder = (command: string | null) => (command === null ? null : `cd ${folder} && ${command}`)
  const whole: App = {
    ...program,
    root: app.root,
    packageManager: app.packageManager,
    lockfile: app.lockfile,
    runtime: app.runtime ?? program.runtime,
    install: app.install,
    build: [app.build, inFolder(program.build)].filter((step) => step !== null).join(' && ') || null,
    test: inFolder(program.test),
    start: inFolder(program.start),
    question: program.question,
    needs: [...new Set([...app.needs, ...program.needs])],
    env: [...new Set([...app.env, ...program.env])],
    evidence: [...program.evidence, ...app.evidence],
  }
  return { ...above, app: whole }
}
