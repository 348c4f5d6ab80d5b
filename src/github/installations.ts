import type { Client } from './client.ts'

/** An account that this app is installed on. */
export interface Installation {
  readonly id: number
  readonly owner: string
  readonly organization: boolean
}

const perPage = 100
/** Ten thousand installations, in a hundred requests. */
const mostPages = 100

/** The accounts that this app is installed on and may work for, by a client of the app itself: one request for each hundred. */
export async function readInstallations(app: Client): Promise<readonly Installation[]> {
  const found: Installation[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const { data } = await app.rest.apps.listInstallations({ per_page: perPage, page })
    found.push(...data.flatMap(toInstallation))
    if (data.length < perPage) break
  }
  return found
}

type Listed = Awaited<ReturnType<Client['rest']['apps']['listInstallations']>>['data'][number]

/** Enterprises have installations, too, which cover no repository. */
function toInstallation({ id, account, suspended_at }: Listed): Installation[] {
  if (suspended_at || account === null || !('login' in account)) return []
  return [{ id, owner: account.login, organization: account.type === 'Organization' }]
}
