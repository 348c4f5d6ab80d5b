import { authenticate, describeActor } from '../access/actor.ts'
import { authorize, authorizeFor } from '../access/permission.ts'
import { findRenamed, findRepository, type Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import type { CallEntry } from './call-log.ts'
import { parseFields } from './fields.ts'
import { checkLimits } from './limits.ts'
import type { Matched } from './match.ts'
import { notFound, Refusal, refusalBody } from './refusal.ts'
import type { Call, Reply } from './route.ts'

/** A request as it came in. */
export interface Asked {
  readonly path: string
  readonly url: URL
  readonly body: Buffer
  readonly entry: CallEntry
  readonly authorization: string | undefined
}

/** Recognises the caller, checks what they may do, and carries the request out; a refusal becomes an answer. */
export async function replyTo(world: World, matched: Matched | null, asked: Asked): Promise<Reply> {
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
