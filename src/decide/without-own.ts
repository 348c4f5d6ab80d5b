import type { Survey, Tree } from '../model.ts'
import { lockPath, readLock } from '../render/lock.ts'

/** The survey without what an earlier run generated: our own pipeline is no reason not to propose it again (case D30). */
export function withoutOwn(survey: Survey, tree: Tree): Survey {
  const lock = readLock(tree.files.get(lockPath) ?? '')
  if (!lock) return survey
  return { ...survey, existing: survey.existing.filter((item) => lock.files[item.path] === undefined) }
}
