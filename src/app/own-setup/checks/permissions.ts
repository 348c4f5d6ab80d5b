import type { Permissions } from '../../../github/own-app.ts'
import { type Check, ok, wrong } from '../check.ts'

const levels = ['read', 'write', 'admin']

/** `name: level` of what is wanted and not, or not as far, granted. */
export function lacking(granted: Permissions, wanted: Permissions): readonly string[] {
  return Object.entries(wanted)
    .filter(([name, level]) => levels.indexOf(granted[name] ?? '') < levels.indexOf(level))
    .map(([name, level]) => `${name}: ${level}`)
}

export const permissions: Check = {
  id: 'permissions',
  judge: ({ app, wanted }, words) => {
    if (app === null || 'status' in app) return null
    const missing = lacking(app.permissions, wanted.permissions)
    const more = lacking(wanted.permissions, app.permissions)
    const link = `${app.settingsUrl}/permissions`
    if (missing.length > 0) return wrong(words.lacks(missing), words.mendPermissions(link))
    if (more.length > 0) return wrong(words.hasMore(more), words.mendMore(link))
    return ok(words.permissions)
  },
}
