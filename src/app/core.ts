import { propose } from '../propose.ts'
import { readRepository } from '../read.ts'
import type { Core } from './set-up.ts'

/** The same reading, detecting and deciding as on the command line. */
export const core: Core = {
  readTree: readRepository,
  propose,
}
