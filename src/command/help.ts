import type { Definition } from './definition.ts'
import { lang } from './flags/lang.ts'
import { taken } from './reading.ts'

export const help: Definition = {
  verb: 'help',
  summary: ({ command }) => command.help,
  argument: null,
  flags: [lang],
  example: 'help',
  make: ({ options }, another) => taken({ kind: 'help', about: null, lang: options.lang, another }),
}
