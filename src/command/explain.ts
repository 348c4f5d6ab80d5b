import type { Definition } from './definition.ts'
import { lang } from './flags/lang.ts'
import { path } from './flags/path.ts'
import { target } from './flags/target.ts'
import { refused, taken } from './reading.ts'

export const explain: Definition = {
  verb: 'explain',
  summary: ({ command }) => command.explain,
  argument: {
    name: 'ID',
    summary: ({ command }) => command.explainId,
    read: (raw) =>
      /^[A-Za-z]\d{1,4}$/u.test(raw)
        ? taken(raw.toUpperCase())
        : refused(
            ({ command }) => command.noId,
            ({ command }) => command.exampleId,
            0,
            raw.length,
          ),
  },
  flags: [target, path, lang],
  example: 'explain R1',
  make: ({ argument, options }, another) => taken({ kind: 'explain', id: argument, options, another }),
}
