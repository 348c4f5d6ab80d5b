import type { IncomingMessage } from 'node:http'
import type { Catalogue, Served } from '../catalogue.ts'
import { isRecord } from '../schema/check.ts'
import { fromQuery } from '../schema/query.ts'
import type { OperationShape } from '../schema/shape.ts'

/** A request as it was understood. */
export interface Asked {
  readonly service: string
  readonly protocol: Served['protocol']
  readonly operation: OperationShape
  readonly input: unknown
  readonly accessKey: string
  readonly region: string
}

/** Reads a signed request by its service's protocol. Throws for what no SDK sends. */
export async function readRequest(request: IncomingMessage, catalogue: Catalogue): Promise<Asked> {
  const body = await readAll(request)
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(request.headers.authorization ?? '')
  const [, accessKey = '', region = '', service = ''] = scope ?? []
  const served = catalogue.get(service)
  if (served === undefined)
    throw new Error(`nothing signed for a service that is known here: ${request.method} ${request.url}`)
  const { operation, input } = read(served, request, body)
  return { service, protocol: served.protocol, operation, input, accessKey, region }
}

function read(served: Served, request: IncomingMessage, body: string): Pick<Asked, 'operation' | 'input'> {
  if (served.protocol === 'rest') return readRest(served, request, body)
  if (served.protocol === 'query') {
    const form = new Map(new URLSearchParams(body))
    const operation = named(served, form.get('Action') ?? '')
    form.delete('Action')
    form.delete('Version')
    return { operation, input: fromQuery(form, operation.input) }
  }
  const target = String(request.headers['x-amz-target'] ?? '')
  const parsed: unknown = JSON.parse(body === '' ? '{}' : body)
  return { operation: named(served, target.split('.').at(-1) ?? ''), input: parsed }
}

function named({ operations }: Served, name: string): OperationShape {
  const found = operations.get(name)
  if (found === undefined) throw new Error(`no operation is called ${JSON.stringify(name)}`)
  return found
}

function readRest({ operations }: Served, request: IncomingMessage, body: string): Pick<Asked, 'operation' | 'input'> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  for (const operation of operations.values()) {
    const labels = operation.http?.[0] === request.method ? match(operation.http?.[1] ?? '', url.pathname) : null
    if (labels === null) continue
    const parsed: unknown = body === '' ? {} : JSON.parse(body)
    return { operation, input: { ...(isRecord(parsed) ? parsed : {}), ...labels, ...fromUrl(operation, url) } }
  }
  throw new Error(`no operation is at ${request.method} ${url.pathname}`)
}

function match(template: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = template.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const labels: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(\w+)\+?\}$/.exec(part)?.[1]
    if (name !== undefined) labels[name] = decodeURIComponent(given[index] ?? '')
    else if (part !== given[index]) return null
  }
  return labels
}

function fromUrl({ input }: OperationShape, url: URL): Readonly<Record<string, unknown>> {
  if (input.kind !== 'structure') return {}
  return Object.fromEntries(
    [...input.members].flatMap(([name, { traits, shape }]) => {
      const value = traits.query === null ? null : url.searchParams.get(traits.query)
      return value === null ? [] : [[name, shape().kind === 'number' ? Number(value) : value] as const]
    }),
  )
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
