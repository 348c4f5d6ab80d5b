import { env } from 'node:process'
import { core } from '../../src/app/core.ts'
import { openLog } from '../../src/app/log.ts'
import { serve } from '../../src/app/serve.ts'
import { readSettings } from '../../src/settings.ts'
import { proposing } from './scene.ts'
import { pace } from './start-app.ts'

// The real server as a process of its own, to be killed: without Octokit's pauses, and, unless told, with a core that proposes three files.
// Where it has a database, what a dead process had in hand is given to another as soon as pg-boss can.
const settings = readSettings(env)
if (settings.credentials === null) throw new Error('no credentials')
const timing = {
  heartbeatSeconds: 10,
  lookSeconds: 1,
  schema: env.SCHEMA ?? 'slipway',
  retry: { limit: 50, pauseMs: 1000 },
}
const extras = { core: env.REAL_CORE === undefined ? proposing() : core, pace, timing, manner: { secondMs: 50 } }
const server = await serve(settings, settings.credentials, await openLog(settings.log), extras)
process.on('SIGTERM', () => {
  void server.stop().then((left) => process.exit(left))
})
process.stdout.write(`${JSON.stringify({ listening: server.url })}\n`)
