import type { MiddlewareStack } from '@smithy/types'

/** One request as it is recorded. `input` is the SDK's input, with every secret replaced. */
export interface Traced {
  readonly service: string
  readonly operation: string
  readonly input: unknown
}

export type Trace = (traced: Traced) => void

/** Members that hold secrets, by the `@sensitive` trait of AWS's models, of the operations that are used here. */
const secret: ReadonlySet<string> = new Set([
  'accessToken',
  'oauthToken',
  'basicAuthCredentials',
  'SecretString',
  'SecretBinary',
])

/** The same data with `***` in the place of secrets. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, secret.has(key) ? '***' : withoutSecrets(item)]),
  )
}

/** Records every operation of a client before it is sent; the SDK's own repetitions count as one. */
export function record<I extends object, O extends object>(stack: MiddlewareStack<I, O>, trace: Trace): void {
  stack.add(
    (next, { clientName, commandName }) =>
      async (args) => {
        trace({
          service: String(clientName).replace(/Client$/, ''),
          operation: String(commandName).replace(/Command$/, ''),
          input: withoutSecrets(args.input),
        })
        return next(args)
      },
    // The credentials' provider adds it each time that it gets new ones.
    { step: 'initialize', name: 'slipwayTrace', override: true },
  )
}
