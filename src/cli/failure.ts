import { UserError } from '../errors.ts'
import type { Texts } from '../text.ts'

/** The text for standard error when a command failed. A bug keeps its stack. */
export function failure(error: unknown, texts: Texts): string {
  if (error instanceof UserError) return `slipway: ${error.in(texts)}\n`
  return `slipway: this is a bug. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
}
