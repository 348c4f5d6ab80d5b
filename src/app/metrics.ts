import type { IncomingMessage, ServerResponse } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Unanswered } from '../app.ts'
import type { Meter } from '../github/metered.ts'
import type { Queue } from '../queue.ts'
import type { OutcomeCode } from './answer.ts'

/** What the process counts, for Prometheus. `docs/operations.md` says what each means and what to do when it moves. */
export interface Metrics {
  readonly meter: Meter
  /** The same handler of deliveries, counted by the status it answers with. */
  counted(handler: Handler): Handler
  /** A delivery was found in GitHub's log and taken over. */
  recovered(): void
  /** A command ended; `error`: an attempt failed, and there may be another. `seconds`: since it was commented. */
  command(outcome: OutcomeCode | Unanswered | 'error', seconds: number): void
  /** The first deployment of a merge came to its end, or was looked at for long enough. */
  deployment(outcome: OutcomeCode | Unanswered): void
  /** Shows what waits and runs in a queue. */
  watch(queue: Pick<Queue<unknown>, 'size'>): void
  /** Answers `/metrics`; false for any other path. */
  readonly handler: Handler
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** From the pace of a lone command to the hours that a rate limit or an outage may take. */
const waits = [5, 7.5, 10, 15, 30, 60, 120, 300, 900, 3600]

/** No name of a person, repository or organisation is among the labels. */
export function makeMetrics(): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `slipway_${name}`, help, labelNames, registers })
  const deliveries = counter('deliveries_total', 'Deliveries of GitHub by the status they were answered with', 'status')
  const recovered = counter('recovered_deliveries_total', 'Deliveries that were missed and found in the log of GitHub')
  const commands = counter('commands_total', 'Commands that ended, by outcome', 'outcome')
  const deployments = counter('deployments_total', 'First deployments after a merge, by how they ended', 'outcome')
  const requests = counter('github_requests_total', 'Requests to GitHub by kind and status', 'kind', 'status')
  const waited = counter('github_rate_limit_seconds_total', 'Seconds of waiting for rate limits of GitHub')
  const replies = new Histogram({
    name: 'slipway_reply_seconds',
    help: 'From the comment to its answer, waiting included',
    buckets: waits,
    registers,
  })
  return {
    meter: {
      request: (kind, status) => requests.inc({ kind, status: String(status ?? 'none') }),
      waiting: (seconds) => waited.inc(seconds),
    },
    counted: (handler) => async (request, response) => {
      const handled = await handler(request, response)
      if (handled) deliveries.inc({ status: String(response.statusCode) })
      return handled
    },
    recovered: () => recovered.inc(),
    command: (outcome, seconds) => {
      commands.inc({ outcome })
      if (outcome !== 'error' && outcome !== 'gone' && outcome !== 'known') replies.observe(seconds)
    },
    deployment: (outcome) => {
      if (outcome === 'deployed' || outcome === 'not_deployed') deployments.inc({ outcome })
    },
    watch: (queue) => queueGauge(queue, registers),
    handler: async (request, response) => {
      if (request.url?.split('?')[0] !== '/metrics') return false
      const text = await register.metrics()
      response.writeHead(200, { 'content-type': register.contentType, 'cache-control': 'no-store' }).end(text)
      return true
    },
  }
}

function queueGauge(queue: Pick<Queue<unknown>, 'size'>, registers: Registry[]): void {
  const gauge: Gauge<'state'> = new Gauge({
    name: 'slipway_queue_commands',
    help: 'Commands in the queue: waiting (all processes), later (looked at again after a while), running (this process), failed (given up)',
    labelNames: ['state'],
    registers,
    collect: async () => {
      // Without its database a process still tells the rest.
      const size = await queue.size().catch(() => null)
      if (size === null) return gauge.reset()
      for (const [state, count] of Object.entries(size)) gauge.set({ state }, count)
    },
  })
}
