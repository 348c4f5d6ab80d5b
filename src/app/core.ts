import { wanted } from '../detect.ts'
import { propose } from '../propose.ts'
import { readTree } from '../tree.ts'
import type { Core } from './set-up.ts'

/** The same reading, detecting and deciding as on the command line. */
export const core: Core = {
  readTree: async (reader) => {
    const head = await reader.head()
    return head === null ? null : readTree(reader, head.commit, wanted)
  },
  propose,
}
