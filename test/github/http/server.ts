import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isMutation } from '../graphql/is-mutation.ts'
import type { World } from '../world.ts'
import { type CallEntry, kindOf } from './call-log.ts'
import { type Fault, takeFault } from './faults.ts'
import { goesWrong } from './go-wrong.ts'
import { replyTo } from './handle.ts'
import { localPath, match } from './match.ts'
import type { Reply, Route } from './route.ts'

/** Serves the routes over HTTP. Bugs in the stand-in answer 500 with their stack, so that a test shows them. */
export function serve(world: () => World, routes: readonly Route[]): Server {
  return createServer((request, response) => {
    answer(world(), routes, request, response).catch((error: unknown) => {
      response.statusCode = 500
      response.end(JSON.stringify({ message: String(error instanceof Error ? error.stack : error) }))
    })
  })
}

async function answer(world: World, routes: readonly Route[], request: IncomingMessage, response: ServerResponse) {
  const body = await readAll(request)
  const url = new URL(request.url ?? '/', world.origin)
  const path = localPath(world, url.pathname)
  const method = request.method ?? 'GET'
  const matched = match(routes, method, path)
  const entry = entryFor(world, { method, path, route: matched?.route.path ?? null, body })
  world.calls.all.push(entry)
  const fault = takeFault(world.faults, entry)
  if (await goesWrong(fault, entry, response)) return
  const reply = await replyTo(world, matched, { path, url, body, entry, authorization: request.headers.authorization })
  await send(world, reply, fault, entry, response)
}

function entryFor(
  world: World,
  { body, method, path, route }: { method: string; path: string; route: string | null; body: Buffer },
): CallEntry {
  const kind = kindOf(method, route)
  const changes = kind === 'write' || kind === 'notify' || (kind === 'graphql' && isMutation(body))
  return { at: world.now(), method, route, path, kind, changes, actor: null, status: null }
}

async function send(world: World, reply: Reply, fault: Fault | null, entry: CallEntry, response: ServerResponse) {
  if (fault?.kind === 'run' && fault.when === 'after') await fault.run(entry)
  if (fault?.kind === 'lost-answer') return void response.destroy()
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body)
  response.sendDate = false
  const length = Buffer.byteLength(text)
  response.writeHead(reply.status, { ...headersOf(world, length), ...reply.headers })
  if (fault?.kind === 'half') {
    response.write(text.slice(0, text.length / 2), () => response.destroy())
    return
  }
  entry.status = reply.status
  response.end(text)
}

function headersOf(world: World, length: number): Record<string, string> {
  const enterprise: Record<string, string> =
    world.enterprise === null ? {} : { 'x-github-enterprise-version': world.enterprise }
  return {
    date: new Date(world.now()).toUTCString(),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(length),
    'x-github-request-id': String(world.calls.all.length),
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-reset': String(Math.floor(world.now() / 1000) + 3600),
    ...enterprise,
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
