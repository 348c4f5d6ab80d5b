import type { Definition } from './definition.ts'
import { path } from './flags/path.ts'
import { target } from './flags/target.ts'
import { refused, taken } from './reading.ts'

export const explain: Definition = {
  verb: 'explain',
  summary: 'say why: what was found, chosen and rejected, or one of it by its id',
  argument: {
    name: 'ID',
    summary: 'E3 for a line of evidence, R1 for what was rejected, as the pull request shows them',
    read: (raw) =>
      /^[A-Za-z]\d{1,4}$/u.test(raw)
        ? taken(raw.toUpperCase())
        : refused('this is not the id of a decision', 'for example `E3` or `R1`', 0, raw.length),
  },
  flags: [target, path],
  example: 'explain R1',
  make: ({ argument, options }, another) => taken({ kind: 'explain', id: argument, options, another }),
}
