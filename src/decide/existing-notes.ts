import type { Existing } from '../model.ts'
import type { Texts } from '../text.ts'

/** One line for each group of what is there already and is left as it is, for the notes of the plan. */
export function existingNotes(existing: readonly Existing[], texts: Texts): readonly string[] {
  const of = (role: Existing['role']) => existing.filter((one) => one.role === role)
  return [
    ...line(
      texts.existing.deploys,
      of('deploy').map((one) => deployment(one, texts)),
      texts,
    ),
    ...line(
      texts.existing.hosting,
      of('config').map((one) => settings(one, texts)),
      texts,
    ),
    ...line(
      texts.existing.tests,
      of('ci').map((one) => settings(one, texts)),
      texts,
    ),
    ...(existing.some(({ to }) => to === 'copilot') ? [texts.existing.copilotEnded] : []),
  ]
}

// Longer lists say how many more there are: a note is read, not searched.
const most = 8

function line(what: string, items: readonly string[], { existing }: Texts): readonly string[] {
  if (items.length === 0) return []
  const shown = [...new Set(items)]
  return [existing.group(what, shown.slice(0, most), Math.max(0, shown.length - most))]
}

function settings({ path, what }: Existing, { existing }: Texts): string {
  return existing.settings(path, existing.what(what))
}

function deployment({ path, line, to }: Existing, { existing }: Texts): string {
  return existing.deployment(path, line, existing.place(to ?? ''))
}
