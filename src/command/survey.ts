import type { Definition } from './definition.ts'
import { lang } from './flags/lang.ts'
import { taken } from './reading.ts'

export const survey: Definition = {
  verb: 'survey',
  summary: ({ survey }) => survey.command,
  argument: null,
  flags: [lang],
  example: 'survey',
  make: ({ options }, another) => taken({ kind: 'survey', options, another }),
}
