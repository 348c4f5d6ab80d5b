import { type Check, ok, unknown, wrong } from '../check.ts'
import { lacking } from './permissions.ts'

/** Who has installed the app, and who has not yet agreed to a permission that was added. */
export const installations: Check = {
  id: 'installations',
  judge: ({ app, wanted }, words) => {
    if (app === null || 'status' in app) return null
    const all = app.installations
    if (all.length === 0) return unknown(words.notInstalled, words.mendInstall(`${app.settingsUrl}/installations`))
    const behind = all.filter(({ permissions }) => lacking(permissions, wanted.permissions).length > 0)
    const suspended = all.filter((one) => one.suspended)
    if (behind.length > 0) return wrong(words.behind(namesOf(behind)), words.mendBehind)
    if (suspended.length > 0) return wrong(words.suspended(namesOf(suspended)), words.mendSuspended)
    return ok(words.installed(namesOf(all)))
  },
}

function namesOf(all: readonly { readonly account: string }[]): readonly string[] {
  return all.map(({ account }) => account)
}
