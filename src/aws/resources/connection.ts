import { CreateConnectionCommand } from '@aws-sdk/client-apprunner'
import type { Resource, SourceConnection, Standing } from '../../model.ts'
import type { Account } from '../account.ts'
import { listConnections } from '../app-runner.ts'
import { consoleLink } from '../console.ts'
import { ensure } from '../ensure.ts'
import { type Provisioner, tagList } from './provisioner.ts'

type Connection = Extract<Resource, { kind: 'connection' }>

/** App Runner's connection to GitHub: any that is available is used, since one serves all repositories that it was let into. */
export const connection: Provisioner<Connection> = {
  look: async ({ name }, { account }) => {
    const found = await find(account, name)
    return found === null ? { state: 'absent' } : standing(found, name, account)
  },
  make: async ({ name }, _standing, { account, tags }) => {
    const input = { ConnectionName: name, ProviderType: 'GITHUB' as const, Tags: tagList(tags) }
    await ensure(
      () => find(account, name),
      () => account.once.apprunner.send(new CreateConnectionCommand(input)),
      account.pauseMs,
    )
  },
}

/** One that is available, else the one of that name, else one that waits for its handshake. */
async function find(account: Account, name: string): Promise<SourceConnection | null> {
  const all = (await listConnections(account)).filter(
    ({ provider, status }) => provider === 'GITHUB' && status !== 'DELETED',
  )
  const available = all.filter(({ status }) => status === 'AVAILABLE')
  return (
    available.find((one) => one.name === name) ??
    available[0] ??
    all.find((one) => one.name === name) ??
    all.find(({ status }) => status === 'PENDING_HANDSHAKE') ??
    null
  )
}

function standing(found: SourceConnection, name: string, account: Account): Standing {
  const link = consoleLink(account, `apprunner/home?region=${account.region}#/connections`)
  if (found.status === 'AVAILABLE') {
    const how = found.name === name ? 'own' : 'adopted'
    return { state: 'ready', resource: found.arn, url: null, link, how, outputs: {} }
  }
  if (found.status === 'PENDING_HANDSHAKE') return { state: 'person', need: 'handshake', link }
  return { state: 'failed', detail: `${found.name}: ${found.status}`, again: false, link }
}
