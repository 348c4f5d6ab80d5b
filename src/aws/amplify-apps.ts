import { type App, GetAppCommand, paginateListApps } from '@aws-sdk/client-amplify'
import type { Account } from './account.ts'

/** Name of the variable that tells which folder of a monorepo an app is for. */
export const rootVariable = 'AMPLIFY_MONOREPO_APP_ROOT'

/** The Amplify apps that are connected to a repository. */
export async function listApps({ amplify }: Account, repositoryUrl: string): Promise<readonly App[]> {
  const found: App[] = []
  for await (const page of paginateListApps({ client: amplify }, { maxResults: 100 })) {
    found.push(...(page.apps ?? []).filter(({ repository = '' }) => plain(repository) === plain(repositoryUrl)))
  }
  return found
}

/** The folder that an Amplify app is for; `.` is the repository. */
export function rootOf({ environmentVariables }: App): string {
  return environmentVariables?.[rootVariable] || '.'
}

function plain(url: string): string {
  return url.toLowerCase().replace(/(?:\.git)?\/?$/u, '')
}

/** The domain below which the branches of an app are. */
export async function domainOfApp({ amplify }: Account, appId: string): Promise<string> {
  const { app } = await amplify.send(new GetAppCommand({ appId }))
  return app?.defaultDomain ?? `${appId}.amplifyapp.com`
}
