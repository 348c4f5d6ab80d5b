import type { Client } from './client.ts'

/** One delivery of the app's log. `code` 0: no answer. */
export interface RecentDelivery {
  readonly event: string
  /** ISO 8601. */
  readonly at: string
  readonly code: number
  readonly status: string
}

/** One account that has installed the app. */
export interface OwnInstallation {
  readonly account: string
  readonly suspended: boolean
  readonly permissions: Permissions
}

/** `contents: write` … */
export type Permissions = Readonly<Record<string, string>>

/** The app as GitHub has it. */
export interface OwnApp {
  readonly slug: string
  /** Where its owner changes it, e.g. `https://github.com/settings/apps/slipway`. */
  readonly settingsUrl: string
  readonly permissions: Permissions
  readonly events: readonly string[]
  readonly hookUrl: string | null
  /** The newest first, thirty at most. */
  readonly deliveries: readonly RecentDelivery[]
  /** A hundred at most. */
  readonly installations: readonly OwnInstallation[]
}

/** Reads what GitHub has of this app; `app` is authenticated as the app. Four requests. */
export async function readOwnApp(app: Client): Promise<OwnApp> {
  const { data } = await app.rest.apps.getAuthenticated()
  if (!data?.slug) throw new Error('GitHub does not say which app this is')
  const [hook, deliveries, installations] = await Promise.all([
    app.rest.apps.getWebhookConfigForApp(),
    app.rest.apps.listWebhookDeliveries({ per_page: 30 }),
    app.rest.apps.listInstallations({ per_page: 100 }),
  ])
  return {
    slug: data.slug,
    settingsUrl: settingsUrl(data.html_url, data.slug, data.owner),
    permissions: namesOf(data.permissions),
    events: data.events,
    hookUrl: hook.data.url || null,
    deliveries: deliveries.data.map(({ event, delivered_at, status, status_code }) => ({
      ...{ event, at: delivered_at, code: status_code, status },
    })),
    installations: installations.data.map(({ account, permissions, suspended_at }) => ({
      account: account !== null && 'login' in account ? account.login : '?',
      suspended: suspended_at !== null,
      permissions: namesOf(permissions),
    })),
  }
}

function namesOf(permissions: object): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).flatMap(([name, level]) => (typeof level === 'string' ? [[name, level]] : [])),
  )
}

/** GitHub gives the public page; the settings of an organisation's app lie below the organisation. */
function settingsUrl(page: string, slug: string, owner: object | null): string {
  const { origin } = new URL(page)
  const organization = owner !== null && 'login' in owner && 'type' in owner && owner.type === 'Organization'
  return `${origin}${organization ? `/organizations/${owner.login}` : ''}/settings/apps/${slug}`
}
