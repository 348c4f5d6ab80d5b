import type { AwsError } from './http/aws-error.ts'
import type { RegionState } from './state.ts'

/** Does an operation on the state; the input was checked against the SDK's schema. Throws `AwsError` for an answer that says no. `principal`: the ARN of who asks. */
export type Operation = (state: RegionState, input: unknown, principal: string) => unknown

/** An operation whose input has the type of the SDK: the server has checked it against the very schema that the type is made of. */
export function operation<I extends object>(
  run: (state: RegionState, input: I, principal: string) => unknown,
): Operation {
  return (state, input, principal) => {
    if (!isChecked<I>(input)) throw new Error('the input is no object')
    return run(state, input, principal)
  }
}

function isChecked<I extends object>(input: unknown): input is I {
  return typeof input === 'object' && input !== null
}

/** All operations of a service by name. */
export type Service = Readonly<Record<string, Operation>>

/** Finds one by a test, or refuses. */
export function findOr<T>(items: Iterable<T>, test: (item: T) => boolean, error: () => AwsError): T {
  for (const item of items) if (test(item)) return item
  throw error()
}
