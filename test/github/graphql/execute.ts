import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLError, graphql } from 'graphql'
import { authorizeFor } from '../access/permission.ts'
import { asFields, optionalText, text } from '../http/fields.ts'
import { Refusal } from '../http/refusal.ts'
import type { Call, Reply, Route } from '../http/route.ts'
import { findRenamed, findRepository } from '../state/repository.ts'
import { lookUp, nodeOf } from './lookup.ts'
import { mutationsOf } from './mutations.ts'
import { accountNode } from './people.ts'
import { repositoryNode } from './repositories.ts'
import type { View } from './view.ts'

const schema = buildSchema(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'))

/** `POST /graphql`. https://docs.github.com/graphql */
export const graphqlRoute: Route = {
  method: 'post',
  path: '/graphql',
  pattern: /^\/graphql$/,
  needs: 'somebody',
  handle: (call) => execute(call),
}

async function execute(call: Call): Promise<Reply> {
  const { fields } = call
  const source = text(fields, 'query')
  const variableValues = fields.variables === undefined || fields.variables === null ? {} : asFields(fields.variables)
  const operationName = optionalText(fields, 'operationName')
  const rootValue = { ...queriesOf(call), ...mutationsOf(call) }
  const { data, errors } = await graphql({ schema, source, rootValue, variableValues, operationName })
  const body = errors === undefined ? { data } : { data: data ?? null, errors: errors.map(asError) }
  return { status: 200, body }
}

function queriesOf(view: View) {
  return {
    repository: ({ followRenames, name, owner }: { owner: string; name: string; followRenames: boolean }) => {
      const full = `${owner}/${name}`
      const found = findRepository(view.world, full) ?? (followRenames ? findRenamed(view.world, full) : null)
      const missing = new Refusal(404, `Could not resolve to a Repository with the name '${full}'.`)
      if (found === null) throw missing
      try {
        authorizeFor(view.actor, found, [{ name: 'metadata', level: 'read' }])
      } catch (error) {
        throw error instanceof Refusal && error.status === 404 ? missing : error
      }
      return repositoryNode(view, found)
    },
    node: ({ id }: { id: string }) => nodeOf(view, lookUp(view, id)),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => nodeOf(view, lookUp(view, id))),
    viewer: () => accountNode(view, view.actor.kind === 'person' ? view.actor.account : view.world.app.bot),
    rateLimit: { cost: 1, limit: 5000, remaining: 4999, resetAt: view.world.time() },
  }
}

const types: Record<number, string> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 409: 'STALE_DATA', 422: 'UNPROCESSABLE' }

/** An error as GitHub writes it: with `type` beside the message. A bug of the stand-in keeps its stack. */
function asError(error: GraphQLError) {
  const { locations, message, originalError, path } = error
  if (originalError instanceof Refusal)
    return { type: types[originalError.status] ?? 'INTERNAL', path, locations, message }
  if (originalError === undefined) return { path, locations, message, extensions: { code: 'invalid' } }
  return { path, locations, message: String(originalError.stack) }
}
