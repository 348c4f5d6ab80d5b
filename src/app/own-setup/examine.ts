import { pino } from 'pino'
import { Probot } from 'probot'
import { parse } from 'yaml'
import { readOwnApp } from '../../github/own-app.ts'
import { causeOf, messageOf, statusOf } from '../../github/status-of.ts'
import { wholeAnswers } from '../../github/whole-answers.ts'
import { readAppManifest } from '../../local/app-manifest.ts'
import type { Credentials, Settings } from '../../settings.ts'
import { awsDoor } from '../connect/aws-door.ts'
import type { Patient } from './patient.ts'

/** What is looked at, and what is told while it goes on. */
export interface Examination {
  readonly node: Patient['node']
  readonly settings: Patient['settings']
  readonly onStep: (step: 'github' | 'database' | 'aws') => void
}

const timeoutMs = 10_000

/** Asks GitHub, the database and AWS, and changes nothing. Never throws for what they say. */
export async function examine({ node, settings, onStep }: Examination): Promise<Patient> {
  const manifest = parse(await readAppManifest())
  const wanted = { permissions: manifest.default_permissions, events: manifest.default_events }
  if ('wrong' in settings) {
    return { ...{ node, settings, wanted }, github: null, app: null, database: null, aws: await inAws(null, onStep) }
  }
  onStep('github')
  const github = await reach(settings)
  const app =
    'unreachable' in github || settings.credentials === null ? null : await own(settings, settings.credentials)
  onStep('database')
  const database = settings.databaseUrl === null ? null : await inDatabase(settings.databaseUrl)
  return { ...{ node, settings, wanted }, github, app, database, aws: await inAws(settings, onStep) }
}

/** Any answer will do: its date tells the time at GitHub. */
async function reach({ apiUrl }: Settings): Promise<NonNullable<Patient['github']>> {
  try {
    const answer = await fetch(`${apiUrl}/meta`, { signal: AbortSignal.timeout(timeoutMs) })
    await answer.body?.cancel()
    const date = Date.parse(answer.headers.get('date') ?? '')
    return { clockAhead: Number.isNaN(date) ? null : (Date.now() - date) / 1000 }
  } catch (error) {
    return { unreachable: causeOf(error) }
  }
}

async function own({ apiUrl }: Settings, credentials: Credentials): Promise<NonNullable<Patient['app']>> {
  const { appId, privateKey, webhookSecret: secret } = credentials
  const request = { fetch: wholeAnswers(timeoutMs) }
  const probot = new Probot({
    ...{ appId, privateKey, secret, request },
    baseUrl: apiUrl,
    log: pino({ level: 'silent' }),
  })
  try {
    return await readOwnApp(await probot.auth())
  } catch (error) {
    return { status: statusOf(error), message: messageOf(error) }
  }
}

async function inDatabase(url: string): Promise<NonNullable<Patient['database']>> {
  const { tryDatabase } = await import('../../queue/try-database.ts')
  return { unusable: await tryDatabase(url) }
}

async function inAws(settings: Settings | null, onStep: Examination['onStep']): Promise<Patient['aws']> {
  if (settings === null) return { refusal: { why: 'region', action: '', detail: '' } }
  onStep('aws')
  const door = awsDoor(settings.aws, { attempts: 1 })
  const entry = {
    region: door.region,
    account: null,
    role: null,
    externalId: '',
    session: 'slipway-doctor',
    write: false,
  }
  const entered = await door.enter(entry)
  if (!entered.ok) return { refusal: entered.refusal }
  return { account: entered.account.id, region: await entered.account.sts.config.region() }
}
