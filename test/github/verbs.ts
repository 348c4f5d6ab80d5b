import { makeRepository } from './make-repository.ts'
import { makePerson } from './person.ts'
import { handle } from './repository-handle.ts'
import type { Github, InstallOptions } from './start-github.ts'
import { type Account, account, renameAccount } from './state/account.ts'
import { type Installation, install, repositoriesOf } from './state/installation.ts'
import { fullName } from './state/repository.ts'
import { parseRole } from './state/role.ts'
import type { Event } from './webhooks/event.ts'
import type { Outbox } from './webhooks/outbox.ts'
import { installationEvent, installationRepositoriesEvent } from './webhooks/payloads.ts'
import type { World } from './world.ts'

/** What of a world is shown as it is. */
export function views(world: World) {
  const { app, calls, deliveries, faults, limits, origin } = world
  const env = {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    GHE_HOST: new URL(origin).host,
    GHE_PROTOCOL: 'http',
  }
  return { url: origin, apiUrl: `${origin}/api/v3`, env, app, calls, faults, limits, deliveries, world }
}

/** What a test can make happen. */
export function verbs(world: World, outbox: Outbox) {
  const told = async (owner: string, action: Parameters<typeof installationEvent>[2]) => {
    const by = account(world, owner)
    await world.emit(installationEvent(world, installationOn(world, owner), action, by)).done
  }
  return {
    repository: async (name, how = {}) => handle(world, await makeRepository(world, name, how)),
    person: (login) => makePerson(world, account(world, login), () => outbox.idle()),
    grant: ({ state }, login, role) => {
      state.collaborators.set(account(world, login).id, parseRole(role))
    },
    install: (owner, how = {}) => installOn(world, account(world, owner, 'Organization'), how),
    uninstall: async (owner) => {
      const { id } = installationOn(world, owner)
      const done = told(owner, 'deleted')
      world.installations.delete(id)
      await done
    },
    suspend: async (owner) => {
      installationOn(world, owner).suspendedAt = world.time()
      await told(owner, 'suspend')
    },
    unsuspend: async (owner) => {
      installationOn(world, owner).suspendedAt = null
      await told(owner, 'unsuspend')
    },
    rename: ({ state }, name) => {
      const [owner = '', short = ''] = name.split('/')
      state.formerNames.push(fullName(state).toLowerCase())
      state.owner = account(world, owner, 'Organization')
      state.name = short
    },
    renamePerson: (from, to) => renameAccount(world, from, to),
  } satisfies Partial<Github>
}

/** Installs, or changes what the installation covers and may do; the app is told of each. */
async function installOn(world: World, owner: Account, how: InstallOptions): Promise<Installation> {
  const found = [...world.installations.values()].find((one) => one.account.id === owner.id)
  const before = found === undefined ? [] : repositoriesOf(world, found)
  const hadPermissions = JSON.stringify(found?.permissions)
  const ids = how.repositories === undefined ? 'all' : new Set(how.repositories.map((one) => one.id))
  const permissions = how.permissions ?? { ...world.app.permissions }
  const installation = install(world, owner, ids, permissions)
  const tell = (event: Event) => world.emit(event).done
  if (found === undefined) {
    await tell(installationEvent(world, installation, 'created', owner))
    return installation
  }
  const after = repositoriesOf(world, installation)
  const added = { action: 'added', repositories: after.filter((one) => !before.includes(one)) } as const
  const removed = { action: 'removed', repositories: before.filter((one) => !after.includes(one)) } as const
  for (const change of [added, removed].filter((one) => one.repositories.length > 0)) {
    await tell(installationRepositoriesEvent(world, installation, change, owner))
  }
  if (JSON.stringify(permissions) !== hadPermissions) {
    await tell(installationEvent(world, installation, 'new_permissions_accepted', owner))
  }
  return installation
}

function installationOn(world: World, owner: string): Installation {
  const found = [...world.installations.values()].find((one) => one.account.login.toLowerCase() === owner.toLowerCase())
  if (found === undefined) throw new Error(`the app is not installed on ${owner}`)
  return found
}
