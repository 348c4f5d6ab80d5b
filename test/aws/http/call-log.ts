/** One request, from the moment it came in. */
export interface Call {
  /** As in the signature: `apprunner`, `amplify`, `cloudformation`, `ecs`, `sts`, `iam`, `secretsmanager`, `ecr`. */
  readonly service: string
  readonly operation: string
  readonly input: unknown
  readonly accessKey: string
  readonly region: string
  /** Whether it may change something. */
  readonly changes: boolean
  /** Null while it runs, and for ever when the connection was cut. */
  status: number | null
  /** The code of the error, or null. */
  error: string | null
}

const reading = /^(?:Describe|Filter|List|Get|Batch|AssumeRole)/

export function changes(operation: string): boolean {
  return !reading.test(operation)
}
