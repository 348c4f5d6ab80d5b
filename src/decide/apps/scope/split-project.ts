import { pathFrom } from '../../../detect/path-from.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow } from './folders.ts'

/**
 * One program over two folders: the list of packages above (`Pipfile`, `requirements.txt`), the program below (`manage.py`).
 * It is one app, in the folder of the packages.
 */
export const splitProject: ScopeRule = {
  id: 'split-project',
  apply(drafts) {
    const pairs = drafts.flatMap((above) => {
      const below = drafts.filter((other) => isProgramOf(above, other))
      return below.length === 1 ? below.map((program) => ({ above, program })) : []
    })
    return drafts.flatMap((draft) => {
      if (pairs.some(({ program }) => program === draft)) return []
      const pair = pairs.find(({ above }) => above === draft)
      return [pair ? joined(pair.above, pair.program) : draft]
    })
  },
}

function isProgramOf({ app, place }: Draft, other: Draft): boolean {
  if (app?.kind !== 'server' || app.start !== null || app.install === null || app.dockerfile?.usable) return false
  if (!isBelow(other.place.root, place.root) || other.app?.kind !== 'server') return false
  return other.app.start !== null && other.app.install === null && other.app.language === app.language
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
    build: inFolder(program.build),
    test: inFolder(program.test),
    start: inFolder(program.start),
    question: program.question,
    needs: [...new Set([...app.needs, ...program.needs])],
    env: [...new Set([...app.env, ...program.env])],
    evidence: [...program.evidence, ...app.evidence],
  }
  return { ...above, app: whole }
}
