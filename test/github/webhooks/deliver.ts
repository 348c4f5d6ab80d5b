import { createHmac, randomUUID } from 'node:crypto'
import type { Delivery } from '../state/delivery.ts'
import type { World } from '../world.ts'
import type { Event } from './event.ts'

/** GitHub gives a receiver ten seconds. https://docs.github.com/webhooks/using-webhooks/best-practices (2026-11) */
const patience = 10_000

/** Makes the delivery of an event; null when the app is not told of it. It is in the log, but not sent. */
export function prepare(world: World, event: Event): Delivery | null {
  // Every app is told of its installations, subscribed or not.
  const told = event.name === 'installation' || event.name === 'installation_repositories'
  if (event.installation === null || !(told || world.app.events.some((name) => name === event.name))) return null
  const guid = randomUUID()
  const delivery: Delivery = {
    id: world.id(),
    guid,
    event: event.name,
    action: event.action,
    installationId: event.installation.id,
    repositoryId: event.repository?.id ?? null,
    redelivery: false,
    deliveredAt: world.time(),
    duration: 0,
    status: 'pending',
    statusCode: 0,
    ...signed(world, event.name, guid, JSON.stringify(event.payload)),
    response: null,
  }
  return delivery
}

/** The same delivery once more: same guid, new id, signed with the secret of now. */
export function repeat(world: World, delivery: Delivery): Delivery {
  return {
    ...delivery,
    ...signed(world, delivery.event, delivery.guid, delivery.body),
    id: world.id(),
    redelivery: true,
    deliveredAt: world.time(),
    status: 'pending',
    statusCode: 0,
  }
}

/** Sends a delivery to the app and writes down what came of it. Never fails: what goes wrong stands in the log. */
export async function send(world: World, delivery: Delivery): Promise<Delivery> {
  const started = performance.now()
  try {
    if (world.app.webhookUrl === null) throw new Error('no webhook URL is set')
    const { headers, body } = delivery
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(world.app.webhookUrl, { method: 'POST', headers, body, signal })
    delivery.response = await answer.text()
    delivery.statusCode = answer.status
    delivery.status = answer.ok ? 'OK' : `Invalid HTTP Response: ${answer.status}`
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    markFailed(delivery, late ? 'timed out' : 'failed to connect to host', late ? 504 : 502)
  }
  delivery.duration = Math.round(performance.now() - started) / 1000
  return delivery
}

export function markFailed(delivery: Delivery, status: string, code: number): void {
  delivery.status = status
  delivery.statusCode = code
}

function signed(world: World, event: string, guid: string, body: string) {
  const digest = (algorithm: string) => createHmac(algorithm, world.app.webhookSecret).update(body).digest('hex')
  const headers = {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/0000000',
    'x-github-delivery': guid,
    'x-github-event': event,
    'x-github-hook-id': String(world.app.id),
    'x-github-hook-installation-target-id': String(world.app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature': `sha1=${digest('sha1')}`,
    'x-hub-signature-256': `sha256=${digest('sha256')}`,
  }
  return { headers, body }
}
