import type { Client } from './client.ts'
import { statusOf } from './status-of.ts'
import type { Grant } from './token.ts'

const rememberedMs = 10 * 60_000

/**
 * Tokens to read the repository `.github` of an installation's owner, and nothing else; null where the installation does not reach
 * it, which is remembered for ten minutes. Tokens are never remembered.
 */
export function organisationTokens(app: Client, now: () => number = Date.now) {
  const without = new Map<number, number>()
  return {
    token: async ({ installation }: Pick<Grant, 'installation'>): Promise<string | null> => {
      if ((without.get(installation) ?? 0) > now()) return null
      without.delete(installation)
      try {
        const { data } = await app.rest.apps.createInstallationAccessToken({
          installation_id: installation,
          repositories: ['.github'],
          permissions: { metadata: 'read', contents: 'read' },
        })
        return data.token
      } catch (error) {
        if (statusOf(error) !== 422) throw error
        without.set(installation, now() + rememberedMs)
        return null
      }
    },
  }
}
