import type { Logger } from 'probot'
import { openLog } from './app/log.ts'
import { register } from './app/register.ts'
import { serve } from './app/serve.ts'
import { UserError } from './errors.ts'
import { useProxies } from './settings/proxies.ts'
import { addToEnvironment, environment, readSettings, type Settings } from './settings.ts'

/** Environment to server. Without credentials, outside production, first the page that registers the app. */
async function main(): Promise<void> {
  const first = readSettings(environment())
  useProxies()
  const log = await openLog(first.log)
  const settings = first.credentials === null ? await registered(first, log) : first
  if (settings.credentials === null) throw new Error('registered without credentials')
  const server = await serve(settings, settings.credentials, log)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info(`${signal}: finishing what is in hand`)
      void server.stop().then((left) => {
        log.info({ left }, 'stopped')
        process.exit(0)
      })
    })
  }
}

async function registered(settings: Settings, log: Logger): Promise<Settings> {
  addToEnvironment(await register(settings, log))
  return readSettings(environment())
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof UserError ? error.message : String(error)}\n`)
  process.exit(1)
})
