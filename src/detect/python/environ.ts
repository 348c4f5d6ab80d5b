import type { Detector } from '../detector.ts'
import { find, first } from '../finding.ts'
import { readSources } from './sources.ts'

// Only in upper case, since the same calls read other settings, and only without a fallback: what has one can be left out.
const reading =
  /\bos\.(?:environ(?:\.get\(|\[)|getenv\()\s*["']([A-Z][A-Z0-9_]{1,63})["']\s*[)\]]|\b(?:env|config)(?:\.\w+)?\(\s*["']([A-Z][A-Z0-9_]{1,63})["']\s*\)/g
const given: ReadonlySet<string> = new Set([
  'PORT',
  'HOST',
  'PATH',
  'HOME',
  'PWD',
  'TZ',
  'CI',
  'DJANGO_SETTINGS_MODULE',
])

/** Names of environment variables that the sources of a Python program read without a fallback: `os.environ`, django-environ and python-decouple. Never a value. */
export const pythonEnviron: Detector = {
  id: 'python-environ',
  stack: 'python',
  reads: [],
  find(place, known) {
    if (!first(known, 'language')) return []
    return readSources(place).flatMap(({ name, text }) =>
      [...text.matchAll(reading)].flatMap(([whole, plain, wrapped]) => {
        const key = plain ?? wrapped
        return key === undefined || given.has(key)
          ? []
          : [find('env', key, place.proof(name, place.texts.seen.reads(key), whole))]
      }),
    )
  },
}
