import { toJson, toXml } from '../schema/write.ts'
import type { AwsError } from './aws-error.ts'
import type { Asked } from './read-request.ts'

/** An answer on the wire. */
export interface Encoded {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const xml = { 'content-type': 'text/xml' }
const json = { 'content-type': 'application/json' }

/** The answer of an operation by the service's protocol. */
export function encode({ protocol, operation }: Asked, result: unknown): Encoded {
  const { name, output } = operation
  if (protocol !== 'query') return { status: 200, headers: json, body: JSON.stringify(toJson(result, output)) }
  const body = `<${name}Response>${toXml(`${name}Result`, result, output)}<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${name}Response>`
  return { status: 200, headers: xml, body }
}

/** An answer that says no. */
export function encodeError({ protocol }: Asked, { code, message, status }: AwsError): Encoded {
  if (protocol !== 'query') {
    const headers = { ...json, 'x-amzn-errortype': code }
    return { status, headers, body: JSON.stringify({ __type: code, message, Message: message }) }
  }
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const type = status >= 500 ? 'Receiver' : 'Sender'
  const body = `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>${text}</Message></Error><RequestId>1</RequestId></ErrorResponse>`
  return { status, headers: xml, body }
}
