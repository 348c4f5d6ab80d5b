import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { CallEntry } from './call-log.ts'
import type { Fault } from './faults.ts'

/** Does what a fault does before the request is carried out; true: there will be no proper answer. */
export async function goesWrong(fault: Fault | null, entry: CallEntry, response: ServerResponse): Promise<boolean> {
  if (fault === null) return false
  if (fault.kind === 'slow') await wait(fault.ms)
  if (fault.kind === 'run' && fault.when === 'before') await fault.run(entry)
  if (fault.kind === 'drop') response.destroy()
  if (fault.kind === 'html') {
    entry.status = fault.status ?? 502
    response.writeHead(entry.status, { 'content-type': 'text/html' })
    response.end('<html><head><title>502 Bad Gateway</title></head><body>Unicorn!</body></html>')
  }
  if (fault.kind === 'status') {
    entry.status = fault.status
    response.writeHead(fault.status, { 'content-type': 'application/json; charset=utf-8', ...fault.headers })
    response.end(
      JSON.stringify({ message: fault.message ?? 'Server Error', documentation_url: 'https://docs.github.com/rest' }),
    )
  }
  return fault.kind === 'drop' || fault.kind === 'html' || fault.kind === 'status'
}
