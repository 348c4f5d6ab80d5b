import type { Proof } from '../finding.ts'
import { join, lineOf, placeAt } from '../place.ts'
import type { NodeProject } from './project.ts'

/** A file that the repository's own CI copies into place before it builds. */
export interface Copy {
  readonly command: string
  readonly proof: Proof
}

const copy = /^\s*(?:-\s+)?(?:run:\s*)?(cp ([\w./-]+) ([\w./-]+))\s*$/

/**
 * Copies that a build needs and that nobody would guess: a committed template to the place of a file that is not
 * committed (`cp src/config-template.js src/config.js`), as a workflow does that also runs the build. Files of
 * environment variables are left to the environment.
 */
export function copiesBefore({ place }: NodeProject): readonly Copy[] {
  if (place.root !== '.') return []
  const root = placeAt(place.repository, '.')
  const files = [...(place.repository.folder('.github/workflows')?.files ?? [])].sort()
  const found = new Map<string, Copy>()
  for (const file of files) {
    const path = `.github/workflows/${file}`
    const text = root.text(path) ?? ''
    if (!/\brun[ :].*\bbuild\b|\b(?:yarn|pnpm) build\b/.test(text)) continue
    for (const line of text.split('\n')) {
      const [, command = '', from = '', to = ''] = copy.exec(line) ?? []
      const target = join('.', to)
      if (
        !command ||
        !isTemplate(from, to) ||
        /\.env/.test(to) ||
        target === null ||
        !root.has(from) ||
        root.has(target) ||
        root.repository.folder(target)
      )
        continue
      found.set(command, {
        command,
        proof: { path, line: lineOf(text, command), says: place.texts.seen.ciRuns(command) },
      })
    }
  }
  return [...found.values()]
}

// A file of settings made from its committed pattern, not a page of a report or an artifact that CI puts together.
function isTemplate(from: string, to: string): boolean {
  const extension = (path: string) => path.slice(path.lastIndexOf('.'))
  return /template|example|sample|default|[._-]dist\b/i.test(from) && extension(from) === extension(to)
}
