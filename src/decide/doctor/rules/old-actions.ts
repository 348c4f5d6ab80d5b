import { code } from '../../../render/markdown.ts'
import { proofOf } from '../lines.ts'
import { behind, pinOfUse, replacements } from '../replacement.ts'
import { plain, type Rule } from '../rule.ts'
import { type Use, usesIn } from '../uses.ts'

/** Actions some major versions behind the table of pins. All in one complaint, since one change of the workflows mends them. */
export const oldActions: Rule = {
  id: 'old-actions',
  examine(patient) {
    const found = usesIn(patient).filter((use) => behind(use) > 0)
    const pins = found.flatMap((use) => pinOfUse(use) ?? [])
    const newest = pins.reduce((date, { asOf }) => (asOf > date ? asOf : date), '')
    if (pins.length === 0) return []
    const names = [...new Set(found.map((use) => `${code(`${use.action}@${shown(use)}`)} → ${pinOfUse(use)?.version}`))]
    return [
      {
        ...plain,
        urgency: 'tidy',
        says: patient.texts.doctor.oldActions(names.slice(0, 3), Math.max(0, names.length - 3)),
        evidence: found.map(proofOf),
        fact: {
          date: newest,
          source: 'https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/',
        },
        mend: { kind: 'lines', lines: replacements(found) },
      },
    ]
  },
}

function shown({ ref, pinned, version }: Use): string {
  return pinned ? `v${version.join('.')}` : ref
}
