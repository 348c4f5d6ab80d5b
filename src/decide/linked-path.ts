import { UserError } from '../errors.ts'
import type { Context, Tree } from '../model.ts'
import { textsOf } from '../text.ts'

/** Refuses a `--path` that leads through a symlink or a submodule: neither is ever followed. */
export function refuseLinkedPath({ entries }: Tree, context: Context): void {
  const path = context.request.path ?? '.'
  const through = entries.find(
    (entry) => entry.type !== 'file' && (path === entry.path || path.startsWith(`${entry.path}/`)),
  )
  if (through === undefined) return
  throw new UserError(textsOf(context).outcome.linkedPath(through.type))
}
