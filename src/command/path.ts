import type { Say } from '../text.ts'
import { firstInvisible, firstMixed } from './character.ts'
import { refused, type Taken, taken } from './reading.ts'

const folders: Say = ({ command }) => command.folders

/**
 * A folder inside the repository: `apps/web` or `.`, without leading or trailing slash, `./` and `//` folded.
 * Refuses everything that could lead out of the repository, hides a part of the name, or names `.git` or `.github`.
 * Whether the folder exists, and is not reached through a symlink, only the tree can tell.
 * The flag of a comment bot led out of its folder before: GHSA-26w5-6g95-gj28 (Atlantis, 2026-08).
 */
export function readPath(raw: string): Taken<string> {
  const odd = firstInvisible(raw) ?? firstMixed(raw)
  if (odd !== null)
    return refused(
      ({ command }) => command.pathHolds(command.character(odd)),
      ({ command }) => command.typeAgain,
      odd.at,
      odd.length,
    )
  const wrong = rules.find(({ pattern }) => pattern.test(raw))
  if (wrong !== undefined) return refused(wrong.because, folders, 0, raw.length)
  const segments = raw.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (segments.includes('..')) return refused(({ command }) => command.upwards, folders, 0, raw.length)
  if (segments.some((segment) => /^\.git(?:hub)?$/iu.test(segment))) {
    return refused(({ command }) => command.noAppInGit, folders, 0, raw.length)
  }
  return taken(segments.length === 0 ? '.' : segments.join('/'))
}

const rules: readonly { readonly pattern: RegExp; readonly because: Say }[] = [
  { pattern: /^$/u, because: ({ command }) => command.pathEmpty },
  { pattern: /^.{256}/u, because: ({ command }) => command.pathLong },
  { pattern: /^\//u, because: ({ command }) => command.pathAbsolute },
  { pattern: /^~/u, because: ({ command }) => command.pathTilde },
  { pattern: /\\/u, because: ({ command }) => command.pathBackslash },
  { pattern: /%[0-9a-f]{2}/iu, because: ({ command }) => command.pathPercent },
  { pattern: /^[a-z]+:/iu, because: ({ command }) => command.pathScheme },
  { pattern: /[*?"<>|`$;&\n]/u, because: ({ command }) => command.pathCharacter },
]
