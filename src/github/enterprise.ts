import { UserError } from '../errors.ts'
import type { Client } from './client.ts'

/** The oldest release that is spoken to; GitHub's own support of it ended on 2025-08-27 (https://docs.github.com/en/enterprise-server/admin/all-releases, read 2026-11). */
const oldest = { major: 3, minor: 14 }

/**
 * Whether this is GitHub Enterprise Server: only that names its version; a host of its own does not tell (`*.ghe.com` is GitHub's own cloud).
 * Throws `UserError` for a version that is too old to be spoken to.
 */
export async function isEnterpriseServer(client: Client, host: string): Promise<boolean> {
  if (host === 'github.com') return false
  const { data } = await client.rest.meta.get()
  if (!('installed_version' in data)) return false
  refuseOld(String(data.installed_version))
  return true
}

function refuseOld(version: string): void {
  const [, major, minor] = /^(\d+)\.(\d+)/u.exec(version) ?? []
  const isOld = Number(major) < oldest.major || (Number(major) === oldest.major && Number(minor) < oldest.minor)
  if (!isOld) return
  throw new UserError(({ github }) => github.oldServer(version, `${oldest.major}.${oldest.minor}`))
}
