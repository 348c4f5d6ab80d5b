import { type Flag, oneOf } from '../flag.ts'
import { taken } from '../reading.ts'

/** Every language that people are answered in. */
export const languages: readonly ('en' | 'ja')[] = ['en', 'ja']

export const lang: Flag = {
  name: '--lang',
  value: languages.join('|'),
  summary: ({ command }) => command.lang,
  read: (value, options) => {
    const code = oneOf('language', languages, value)
    return code.ok ? taken({ ...options, lang: code.value }) : code
  },
}
