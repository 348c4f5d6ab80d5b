import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers'
import type { Refusal } from '../model.ts'
import { type Clients, openClients } from './clients.ts'
import { readSession } from './read-session.ts'
import { refusalOf } from './refusal.ts'
import { record, type Trace } from './trace.ts'

/** How to get into an account. */
export interface Entry {
  /** Null: the one of the SDK's own configuration, such as that of `AWS_PROFILE`. */
  readonly region: string | null
  /** The account that it must be; null: whichever the credentials are for. */
  readonly account: string | null
  /** Null: the credentials of the process itself, by the SDK's default chain. */
  readonly role: string | null
  /** Bound to the repository; the role's trust policy asks for it. */
  readonly externalId: string
  /** What AWS's own log shows as the name of the session. */
  readonly session: string
  /** False: the session of a role may only read, whatever the role allows. */
  readonly write: boolean
}

/** How clients are opened, besides the way in. */
export interface Manner {
  readonly trace: Trace | null
  /** How often the SDK tries what can be repeated. */
  readonly attempts: number
  /** The first pause before something that may have been made is made again. */
  readonly pauseMs: number
  /** How long a second of waiting for AWS or a person lasts. */
  readonly secondMs: number
}

export const usualManner: Manner = { trace: null, attempts: 4, pauseMs: 1500, secondMs: 1000 }

/** An account that was entered. */
export interface Account extends Clients {
  readonly id: string
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov'
  readonly pauseMs: number
}

export type Entered =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Enters an account: by the SDK's default chain, or by a role that is assumed with the external id. AWS is asked which account it is; another
 * one than expected is refused before anything else is sent. Never throws for what AWS or the network says.
 */
export async function enter(entry: Entry, manner: Manner): Promise<Entered> {
  const region = entry.region ?? (await configuredRegion())
  if (region === null) return { ok: false, refusal: { why: 'region', action: '', detail: '' } }
  const credentials = entry.role === null ? null : assumed({ ...entry, region }, entry.role, manner)
  const clients = openClients({ region, credentials, ...manner })
  const action = entry.role === null ? 'sts:GetCallerIdentity' : 'sts:AssumeRole'
  try {
    const { Account: id = '', Arn = '' } = await clients.sts.send(new GetCallerIdentityCommand({}))
    if (entry.account !== null && entry.account !== id) {
      return { ok: false, refusal: { why: 'credentials', action, detail: 'wrong account' } }
    }
    return { ok: true, account: { ...clients, id, partition: partitionOf(Arn), pauseMs: manner.pauseMs } }
  } catch (error) {
    const refusal = refusalOf(error, action)
    if (refusal === null) throw error
    const noRole = entry.role !== null && refusal.why === 'denied'
    return { ok: false, refusal: noRole ? { ...refusal, why: 'role', detail: entry.externalId } : refusal }
  }
}

/** What the SDK finds in its own configuration; null: nothing. */
async function configuredRegion(): Promise<string | null> {
  return new STSClient({}).config.region().catch(() => null)
}

/** The role's credentials, got once for all clients: an account is entered for one run, which is shorter than they last. */
function assumed(entry: Entry & { readonly region: string }, role: string, { trace }: Manner) {
  const provider = fromTemporaryCredentials({
    params: {
      ...{ RoleArn: role, RoleSessionName: entry.session, ExternalId: entry.externalId, DurationSeconds: 3600 },
      ...(entry.write ? {} : { Policy: readSession }),
    },
    clientConfig: { region: entry.region },
    ...(trace === null ? {} : { clientPlugins: [{ applyToStack: (stack) => record(stack, trace) }] }),
  })
  let got: ReturnType<typeof provider> | null = null
  return () => {
    got ??= provider()
    return got
  }
}

function partitionOf(arn: string): Account['partition'] {
  if (arn.startsWith('arn:aws-cn:')) return 'aws-cn'
  return arn.startsWith('arn:aws-us-gov:') ? 'aws-us-gov' : 'aws'
}
