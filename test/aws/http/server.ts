import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Catalogue } from '../catalogue.ts'
import { problems } from '../schema/check.ts'
import { regionOf, type World } from '../state.ts'
import { AwsError } from './aws-error.ts'
import { type Call, changes } from './call-log.ts'
import { encode, encodeError } from './encode.ts'
import { type Fault, takeFault } from './faults.ts'
import { type Asked, readRequest } from './read-request.ts'

/** What the server works on. */
export interface Stage {
  readonly world: World
  readonly catalogue: Catalogue
  readonly calls: Call[]
  readonly faults: Fault[]
}

/** Serves the catalogue over HTTP. Bugs in the stand-in answer 418 with their stack, which no client tries again. */
export function serve(stage: Stage): Server {
  return createServer((request, response) => {
    answer(stage, request, response).catch((error: unknown) => {
      response.statusCode = 418
      response.end(JSON.stringify({ message: String(error instanceof Error ? error.stack : error) }))
    })
  })
}

async function answer(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await readRequest(request, stage.catalogue)
  const { service, operation, input, accessKey, region } = asked
  const call: Call = {
    ...{ service, operation: operation.name, input, accessKey, region },
    ...{ changes: changes(operation.name), status: null, error: null },
  }
  stage.calls.push(call)
  const fault = takeFault(stage.faults, call)
  if (fault?.kind === 'slow') await setTimeout(fault.ms)
  if (fault?.kind === 'drop') return void response.destroy()
  const result = outcome(stage, asked, fault)
  if (fault?.kind === 'lost-answer') return void response.destroy()
  const sent = fault?.kind === 'half' ? new AwsError('InternalFailure', 'The request failed', 500) : result
  const { status, headers, body } = sent instanceof AwsError ? encodeError(asked, sent) : encode(asked, sent)
  call.status = status
  call.error = sent instanceof AwsError ? sent.code : null
  response.writeHead(status, { 'x-amzn-requestid': String(stage.calls.length), ...headers })
  response.end(body)
}

function outcome({ world, catalogue }: Stage, asked: Asked, fault: Fault | null): unknown {
  if (fault?.kind === 'throttle') return new AwsError('ThrottlingException', 'Rate exceeded', 400)
  if (fault?.kind === 'error') return new AwsError('ServiceUnavailable', 'Service unavailable', 503)
  if (fault?.kind === 'denied') return denied(asked)
  const wrong = problems(asked.input, asked.operation.input)
  if (wrong.length > 0) return new AwsError('ValidationException', wrong.join('; '), 400)
  const principal = world.keys.get(asked.accessKey)
  if (principal === undefined) {
    return new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403)
  }
  const run = catalogue.get(asked.service)?.service[asked.operation.name]
  if (run === undefined) throw new Error(`the stand-in has no ${asked.service}:${asked.operation.name}`)
  try {
    const result = run(regionOf(world, principal.account, asked.region), asked.input, principal.arn)
    const odd = problems(result ?? {}, asked.operation.output)
    if (odd.length > 0) throw new Error(`the stand-in answers ${asked.operation.name} wrongly: ${odd.join('; ')}`)
    return result ?? {}
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
}

function denied({ service, operation, accessKey }: Asked): AwsError {
  const message = `User: ${accessKey} is not authorized to perform: ${service}:${operation.name} because no identity-based policy allows the action`
  return new AwsError(service === 'iam' || service === 'sts' ? 'AccessDenied' : 'AccessDeniedException', message, 403)
}
