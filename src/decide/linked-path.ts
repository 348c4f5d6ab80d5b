import { UserError } from '../errors.ts'
import type { Context, Tree } from '../model.ts'

/** Refuses a `--path` that leads through a symlink or a submodule: neither is ever followed. */
export function refuseLinkedPath({ entries }: Tree, { request }: Context): void {
  const path = request.path ?? '.'
  const through = entries.find(
    (entry) => entry.type !== 'file' && (path === entry.path || path.startsWith(`${entry.path}/`)),
  )
  if (through === undefined) return
  throw new UserError(
    `\`--path\` leads through a ${through.type}, which is not followed. Name the folder itself, then run the command again.`,
  )
}
