import { type Branch, CreateBranchCommand, GetBranchCommand, UpdateBranchCommand } from '@aws-sdk/client-amplify'
import type { AmplifyBranchResource, Standing } from '../../model.ts'
import type { Account } from '../account.ts'
import { consoleLink } from '../console.ts'
import { ensure } from '../ensure.ts'
import { isNamed } from '../refusal.ts'
import { readPassword } from './password.ts'
import { type Ground, type Provisioner, repositoryTag } from './provisioner.ts'

/** User of branches that are locked. */
export const previewUser = 'preview'

/** A branch of an Amplify app, which is built at every push; locked by a password where it is not production. */
export const amplifyBranch: Provisioner<AmplifyBranchResource> = { look, make }

async function look(resource: AmplifyBranchResource, { account, made }: Ground): Promise<Standing> {
  const appId = made.get(resource.app)
  const branch = appId === undefined ? null : await findBranch(account, appId, resource.branch)
  if (appId === undefined || branch === null) return { state: 'absent' }
  const link = consoleLink(account, `amplify/apps/${appId}/branches/${encodeURIComponent(resource.branch)}`)
  const own = branch.tags?.[repositoryTag] !== undefined
  const locked = resource.password === null || branch.enableBasicAuth === true
  if (own && (!locked || branch.enablePullRequestPreview !== resource.previews)) {
    return { state: 'different', detail: resource.branch, link }
  }
  const how = own ? 'own' : 'adopted'
  return { state: 'ready', resource: branch.branchName ?? resource.branch, url: null, link, how, outputs: {} }
}

/** A branch of an app by its name; null where there is none. */
export async function findBranch({ amplify }: Account, appId: string, branchName: string): Promise<Branch | null> {
  try {
    const { branch = null } = await amplify.send(new GetBranchCommand({ appId, branchName }))
    return branch
  } catch (error) {
    if (isNamed(error, 'NotFoundException')) return null
    throw error
  }
}

async function make(resource: AmplifyBranchResource, standing: Standing, ground: Ground): Promise<void> {
  const { account, made, tags } = ground
  const appId = made.get(resource.app)
  if (appId === undefined) return
  const input = {
    ...{ appId, branchName: resource.branch, stage: resource.stage, enableAutoBuild: true },
    enablePullRequestPreview: resource.previews,
    ...(await lock(resource, ground)),
  }
  if (standing.state === 'different') {
    await account.amplify.send(new UpdateBranchCommand(input))
    return
  }
  await ensure(
    () => findBranch(account, appId, resource.branch),
    () => account.once.amplify.send(new CreateBranchCommand({ ...input, tags })),
    account.pauseMs,
  )
}

async function lock({ password }: AmplifyBranchResource, { account, made }: Ground) {
  const arn = password === null ? undefined : made.get(password)
  if (arn === undefined) return {}
  const credentials = `${previewUser}:${await readPassword(account, arn)}`
  return { enableBasicAuth: true, basicAuthCredentials: Buffer.from(credentials).toString('base64') }
}
