import { firstInvisible, firstMixed } from './character.ts'
import { refused, type Taken, taken } from './reading.ts'

const folders = 'write a folder of this repository, such as `apps/web`, or `.` for its root'

/**
 * A folder inside the repository: `apps/web` or `.`, without leading or trailing slash, `./` and `//` folded.
 * Refuses everything that could lead out of the repository, hides a part of the name, or names `.git` or `.github`.
 * Whether the folder exists, and is not reached through a symlink, only the tree can tell.
 * The flag of a comment bot led out of its folder before: GHSA-26w5-6g95-gj28 (Atlantis, 2026-08).
 */
export function readPath(raw: string): Taken<string> {
  const odd = firstInvisible(raw) ?? firstMixed(raw)
  if (odd !== null) return refused(`the path holds ${odd.name}`, 'type it again by hand', odd.at, odd.length)
  const wrong = rules.find(({ pattern }) => pattern.test(raw))
  if (wrong !== undefined) return refused(wrong.because, folders, 0, raw.length)
  const segments = raw.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (segments.includes('..')) return refused('the path leads upwards with `..`', folders, 0, raw.length)
  if (segments.some((segment) => /^\.git(?:hub)?$/iu.test(segment))) {
    return refused('no app can be in `.git` or `.github`', folders, 0, raw.length)
  }
  return taken(segments.length === 0 ? '.' : segments.join('/'))
}

const rules: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  { pattern: /^$/u, because: 'the path is empty' },
  { pattern: /^.{256}/u, because: 'the path is longer than 255 characters' },
  { pattern: /^\//u, because: 'the path is absolute' },
  { pattern: /^~/u, because: 'the path starts with `~`' },
  { pattern: /\\/u, because: 'the path holds a backslash' },
  { pattern: /%[0-9a-f]{2}/iu, because: 'the path holds a percent escape' },
  { pattern: /^[a-z]+:/iu, because: 'the path starts with a drive or a scheme' },
  { pattern: /[*?"<>|`$;&\n]/u, because: 'the path holds a character that is not used in folder names' },
]
