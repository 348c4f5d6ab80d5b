import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { authenticate, describeActor } from '../access/actor.ts'
import { authorize, authorizeFor } from '../access/permission.ts'
import { isMutation } from '../graphql/is-mutation.ts'
import { findRenamed, findRepository, fullName, type Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { type CallEntry, kindOf } from './call-log.ts'
import { type Fault, takeFault } from './faults.ts'
import { parseFields } from './fields.ts'
import { checkLimits } from './limits.ts'
import { notFound, Refusal, refusalBody } from './refusal.ts'
import type { Call, Reply, Route } from './route.ts'

interface Matched {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

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
  const route = matched?.route.path ?? null
  const kind = kindOf(method, route)
  const changes = kind === 'write' || kind === 'notify' || (kind === 'graphql' && isMutation(body))
  const entry: CallEntry = {
    changes,
    at: world.now(),
    method,
    route,
    path,
    kind,
    actor: null,
    status: null,
  }
  world.calls.all.push(entry)
  const fault = takeFault(world.faults, entry)
  if (await goesWrong(fault, entry, response)) return
  const reply = await replyTo(world, matched, { path, url, body, entry, authorization: request.headers.authorization })
  await send(world, reply, fault, entry, response)
}

/** Both base paths of the API, and repositories by id. */
function localPath(world: World, pathname: string): string {
  const path = pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api\/graphql$/, '/graphql')
  return path.replace(/^\/repositories\/(\d+)(?=\/|$)/, (whole, id: string) => {
    const repository = world.repositories.get(Number(id))
    return repository === undefined ? whole : `/repos/${fullName(repository)}`
  })
}

function match(routes: readonly Route[], method: string, path: string): Matched | null {
  for (const route of routes) {
    if (route.method.toUpperCase() !== method) continue
    const found = route.pattern.exec(path)
    if (found === null) continue
    const groups = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
    return { route, params: Object.fromEntries(groups) }
  }
  return null
}

interface Asked {
  readonly path: string
  readonly url: URL
  readonly body: Buffer
  readonly entry: CallEntry
  readonly authorization: string | undefined
}

async function replyTo(world: World, matched: Matched | null, asked: Asked): Promise<Reply> {
  try {
    const actor = authenticate(world, asked.authorization)
    asked.entry.actor = describeActor(actor)
    checkLimits(world, asked.entry)
    if (matched === null) throw new Refusal(404, `Not Found (the stand-in has no ${asked.entry.method} ${asked.path})`)
    const { params, route } = matched
    const { owner, repo } = params
    const named = owner === undefined || repo === undefined ? null : findOrLead(world, `${owner}/${repo}`, asked)
    if (named !== null && 'status' in named) return named
    if (named === null) authorize(actor, route.needs)
    else authorizeFor(actor, named, route.needs)
    const param = (name: string) => params[name] ?? ''
    const call: Call = {
      world,
      actor,
      url: asked.url,
      query: asked.url.searchParams,
      fields: parseFields(asked.body),
      param,
    }
    return await route.handle(call, named)
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: refusalBody(error), headers: error.headers }
    throw error
  }
}

/** The repository of this name, or the redirect to where it is now. */
function findOrLead(world: World, name: string, asked: Asked): Repository | Reply {
  const repository = findRepository(world, name)
  if (repository !== null) return repository
  const renamed = findRenamed(world, name)
  if (renamed === null) throw notFound()
  const rest = asked.path.split('/').slice(4).join('/')
  const target = `${world.origin}/api/v3/repositories/${renamed.id}${rest === '' ? '' : `/${rest}`}${asked.url.search}`
  const status = asked.entry.method === 'GET' ? 301 : 307
  const message = status === 301 ? 'Moved Permanently' : 'Temporary Redirect'
  return { status, body: { message, url: target }, headers: { location: target } }
}

/** Does what a fault does before the request is carried out; true: there will be no proper answer. */
async function goesWrong(fault: Fault | null, entry: CallEntry, response: ServerResponse): Promise<boolean> {
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
