import { UserError } from '../errors.ts'
import type { Client } from './client.ts'
import { statusOf } from './status-of.ts'

type TokenParameters = NonNullable<Parameters<Client['rest']['apps']['createInstallationAccessToken']>[0]>

/** What a step needs, in GitHub's names. */
export type Needs = NonNullable<TokenParameters['permissions']>

/** Enough to read a repository and to answer a comment. */
export const reading: Needs = { metadata: 'read', contents: 'read', pull_requests: 'read', issues: 'write' }

/** Besides, how GitHub forms the OIDC subject. An installation may not have granted it. */
export const readingAll: Needs = { ...reading, actions: 'read' }

/** Enough to write a branch and a pull request; `workflows` only where a workflow file is among the files. */
export function writing(workflows: boolean): Needs {
  const needs: Needs = { ...reading, contents: 'write', pull_requests: 'write', checks: 'write' }
  return workflows ? { ...needs, workflows: 'write' } : needs
}

/** Where a token is for. `settingsUrl`: the page on which the installation is changed. */
export interface Grant {
  readonly installation: number
  readonly repository: number
  readonly settingsUrl: string
}

/**
 * A token for one repository and no more than the permissions of a step; it lives an hour at most.
 * Throws `UserError` where the installation has not granted them (422), with the page that does.
 */
export async function repositoryToken(app: Client, grant: Grant, permissions: Needs): Promise<string> {
  try {
    const { data } = await app.rest.apps.createInstallationAccessToken({
      installation_id: grant.installation,
      repository_ids: [grant.repository],
      permissions,
    })
    return data.token
  } catch (error) {
    if (statusOf(error) !== 422) throw error
    const list = Object.entries(permissions).map(([name, level]) => `\`${name}: ${level}\``)
    throw new UserError(
      `This app lacks a permission here. It needs ${list.join(', ')}. ` +
        `An owner accepts them on ${grant.settingsUrl}, then comment the command again.`,
    )
  }
}

/** The same without a permission that can be done without, where it is not granted. */
export async function readingToken(app: Client, grant: Grant): Promise<string> {
  try {
    return await repositoryToken(app, grant, readingAll)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return repositoryToken(app, grant, reading)
  }
}
