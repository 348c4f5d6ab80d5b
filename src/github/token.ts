import type { Client } from './client.ts'
import { isGone } from './gone.ts'
import { Blocked } from './refusal.ts'
import { statusOf } from './status-of.ts'

type TokenParameters = NonNullable<Parameters<Client['rest']['apps']['createInstallationAccessToken']>[0]>

/** What a step needs, in GitHub's names. */
export type Needs = NonNullable<TokenParameters['permissions']>

/** Enough to read a repository and to answer a comment. */
const reading: Needs = { metadata: 'read', contents: 'read', pull_requests: 'read', issues: 'write' }

/** Enough to write a branch and a pull request; `workflows` only where a workflow file is among the files. */
function writing(workflows: boolean): Needs {
  const needs: Needs = { ...reading, contents: 'write', pull_requests: 'write' }
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
 * Throws `Blocked` where the installation has not granted them (422), with the page that does.
 */
async function repositoryToken(app: Client, grant: Grant, permissions: Needs): Promise<string> {
  return tokenFor(app, grant, [grant.repository], permissions)
}

/** The same for several repositories; null: all that the installation covers. GitHub takes 500 at most. */
async function tokenFor(
  app: Client,
  grant: Omit<Grant, 'repository'>,
  repositories: readonly number[] | null,
  permissions: Needs,
): Promise<string> {
  try {
    const { data } = await app.rest.apps.createInstallationAccessToken({
      installation_id: grant.installation,
      ...(repositories === null ? {} : { repository_ids: [...repositories] }),
      permissions,
    })
    return data.token
  } catch (error) {
    if (statusOf(error) !== 422 || isGone(error)) throw error
    const list = Object.entries(permissions).map(([name, level]) => `\`${name}: ${level}\``)
    throw new Blocked(({ github }) => github.lacks(list, grant.settingsUrl))
  }
}

/** A token to read with and to answer; where it is granted, also to see how GitHub forms the OIDC subject. */
export function readingToken(app: Client, grant: Grant): Promise<string> {
  return firstGranted(app, grant, { ...reading, actions: 'read' }, reading)
}

/** A token to publish with; where it is granted, also to put a check on the commit. */
export function writingToken(app: Client, grant: Grant, workflows: boolean): Promise<string> {
  const needs = writing(workflows)
  return firstGranted(app, grant, { ...needs, checks: 'write' }, needs)
}

/** A token to put a check on a commit, and for nothing else. */
export function checkingToken(app: Client, grant: Grant): Promise<string> {
  return repositoryToken(app, grant, { metadata: 'read', checks: 'write' })
}

/** A token to tell of deployments, and for nothing else. */
export function deployingToken(app: Client, grant: Grant): Promise<string> {
  return repositoryToken(app, grant, { metadata: 'read', deployments: 'write' })
}

/** A token to see runs of workflows and deployments, and for nothing else; with less than all of it, some stays unknown. */
export function watchingToken(app: Client, grant: Grant): Promise<string> {
  const needs: Needs = { metadata: 'read', actions: 'read' }
  return firstGranted(app, grant, { ...needs, deployments: 'read', checks: 'read' }, needs)
}

/** A token that tells which repositories the installation covers and who may read them, and nothing that is in them. */
export function listingToken(app: Client, grant: Grant): Promise<string> {
  return tokenFor(app, grant, null, { metadata: 'read' })
}

/** A token that reads the files of these repositories and, where it is granted, their pull requests, and does nothing else. */
export function contentsToken(app: Client, grant: Grant, repositories: readonly number[]): Promise<string> {
  const needs: Needs = { metadata: 'read', contents: 'read' }
  return firstOf({ ...needs, pull_requests: 'read' }, needs, (one) => tokenFor(app, grant, repositories, one))
}

/** An installation may have granted less than the app asks for: what can be done without is left out then. */
async function firstGranted(app: Client, grant: Grant, wanted: Needs, needed: Needs): Promise<string> {
  return firstOf(wanted, needed, (needs) => repositoryToken(app, grant, needs))
}

async function firstOf(wanted: Needs, needed: Needs, ask: (needs: Needs) => Promise<string>): Promise<string> {
  try {
    return await ask(wanted)
  } catch (error) {
    if (!(error instanceof Blocked)) throw error
    return ask(needed)
  }
}
