import { noOptions } from '../command/reading.ts'
import type { Request } from '../model.ts'

/** What is asked where nobody gave a command: the whole repository, as it would be proposed, and nothing written. */
export const everything: Request = { verb: 'plan', ...noOptions, by: null }
