import { code } from '../../../render/markdown.ts'
import { proofOf } from '../lines.ts'
import { behind, replacements } from '../replacement.ts'
import { plain, type Rule } from '../rule.ts'
import { usesIn } from '../uses.ts'

const source = 'https://docs.github.com/en/actions/reference/security/secure-use'

/** Actions of others by a tag or a branch, which their owner, or who takes over the account, can move. GitHub's own are named apart. */
export const movableActions: Rule = {
  id: 'movable-actions',
  examine(patient) {
    // What is behind is mended by the lines of that complaint.
    const found = usesIn(patient).filter((use) => !use.pinned && behind(use) <= 0)
    if (found.length === 0) return []
    const foreign = found.filter(({ action }) => !/^(?:actions|github|aws-actions)\//.test(action))
    const names = [
      ...new Set((foreign.length > 0 ? foreign : found).map(({ action, ref }) => code(`${action}@${ref}`))),
    ]
    const lines = foreign.length > 0 ? [] : replacements(found)
    return [
      {
        ...plain,
        urgency: 'tidy',
        says: patient.texts.doctor.movable(found.length, foreign.length, names.slice(0, 3)),
        evidence: [...foreign, ...found.filter((use) => !foreign.includes(use))].map(proofOf),
        fact: { date: '2026-11-01', source },
        mend:
          lines.length > 0
            ? { kind: 'lines', lines }
            : { kind: 'command', command: 'npx pin-github-action .github/workflows/*.y*ml' },
      },
    ]
  },
}
