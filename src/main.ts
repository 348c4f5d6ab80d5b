import { run } from 'probot'
import { openLog } from './app/log.ts'
import { serve } from './app/serve.ts'
import { UserError } from './errors.ts'
import { useProxies } from './settings/proxies.ts'
import { environment, readSettings } from './settings.ts'

/** Environment to server. Without credentials, outside production, Probot's page that registers the app. */
async function main(): Promise<void> {
  const settings = readSettings(environment())
  useProxies()
  if (settings.credentials === null) {
    await run(() => undefined)
    return
  }
  const log = await openLog(settings.log)
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

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof UserError ? error.message : String(error)}\n`)
  process.exit(1)
})
