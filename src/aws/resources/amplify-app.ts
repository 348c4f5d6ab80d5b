import { type App, CreateAppCommand, UpdateAppCommand } from '@aws-sdk/client-amplify'
import type { AmplifyAppResource, Standing } from '../../model.ts'
import { listApps, rootOf } from '../amplify-apps.ts'
import { consoleLink } from '../console.ts'
import { ensure } from '../ensure.ts'
import { type Ground, type Provisioner, repositoryTag } from './provisioner.ts'

/**
 * The Amplify app of one folder of the repository, found by the repository that it is connected to. `CreateApp` makes a second app of the same
 * name without a word, so it is sent without the SDK's retries, and looked for after each try.
 */
export const amplifyApp: Provisioner<AmplifyAppResource> = { look, make }

async function look(resource: AmplifyAppResource, { account, amplifyToken, made }: Ground): Promise<Standing> {
  const app = await find(resource, account)
  if (app === null) {
    // Amplify's own GitHub App of the Region, then a token of an administrator: no other bot can connect the repository.
    const link = `https://github.com/apps/aws-amplify-${account.region}/installations/new`
    return amplifyToken === null ? { state: 'person', need: 'amplify-token', link } : { state: 'absent' }
  }
  const link = consoleLink(account, `amplify/apps/${app.appId}`)
  const own = app.tags?.[repositoryTag] !== undefined
  const role = resource.logs === null ? undefined : made.get(`${resource.logs}.RoleArn`)
  if (own && !fits(app, resource, role)) return { state: 'different', detail: app.name ?? '', link }
  const outputs = { domain: app.defaultDomain ?? '' }
  return { state: 'ready', resource: app.appId ?? '', url: null, link, how: own ? 'own' : 'adopted', outputs }
}

async function find({ repositoryUrl, root }: AmplifyAppResource, account: Ground['account']): Promise<App | null> {
  const all = (await listApps(account, repositoryUrl)).filter((app) => rootOf(app) === root)
  return all.find(({ tags }) => tags?.[repositoryTag] !== undefined) ?? all[0] ?? null
}

function fits(app: App, { platform, rules, environment }: AmplifyAppResource, role: string | undefined): boolean {
  return (
    app.platform === platform &&
    (role === undefined || app.iamServiceRoleArn === role) &&
    rules.every((rule) =>
      app.customRules?.some(({ source, target }) => source === rule.source && target === rule.target),
    ) &&
    Object.entries(environment).every(([name, value]) => app.environmentVariables?.[name] === value)
  )
}

async function make(resource: AmplifyAppResource, standing: Standing, ground: Ground): Promise<void> {
  const { account, tags, amplifyToken, made } = ground
  const { name, repositoryUrl, platform, rules, environment } = resource
  const { once } = account
  const role = resource.logs === null ? undefined : made.get(`${resource.logs}.RoleArn`)
  const logging = role === undefined ? {} : { iamServiceRoleArn: role }
  if (standing.state === 'different') {
    const app = await find(resource, account)
    if (app === null) return
    const kept = (app.customRules ?? []).filter(({ source }) => !rules.some((rule) => rule.source === source))
    const environmentVariables = { ...app.environmentVariables, ...environment }
    const changes = { platform, customRules: [...rules, ...kept], environmentVariables, ...logging }
    await account.amplify.send(new UpdateAppCommand({ appId: app.appId, ...changes }))
    return
  }
  if (amplifyToken === null) return
  const input = {
    ...{ name, repository: repositoryUrl, platform, accessToken: amplifyToken, tags },
    ...(rules.length > 0 ? { customRules: [...rules] } : {}),
    ...(Object.keys(environment).length > 0 ? { environmentVariables: environment } : {}),
    ...logging,
    enableBranchAutoDeletion: true,
  }
  await ensure(
    () => find(resource, account),
    () => once.amplify.send(new CreateAppCommand(input)),
    account.pauseMs,
  )
}
