import { code } from '../../../render/markdown.ts'
import { proofOf } from '../lines.ts'
import type { Patient } from '../patient.ts'
import { isMended, pinOfUse, replacements } from '../replacement.ts'
import { plain, type Rule } from '../rule.ts'
import { usesIn } from '../uses.ts'

const source = 'https://docs.github.com/en/actions/reference/security/secure-use'

/** Actions of others by a tag or a branch, which their owner, or who takes over the account, can move. GitHub's own are named apart. */
export const movableActions: Rule = {
  id: 'movable-actions',
  examine(patient) {
    const found = usesIn(patient).filter((use) => !use.pinned && !isMended(use))
    if (found.length === 0) return []
    const foreign = found.filter(({ action }) => !isTrusted(action, patient))
    const names = [
      ...new Set((foreign.length > 0 ? foreign : found).map(({ action, ref }) => code(`${action}@${ref}`))),
    ]
    const lines = found.every((use) => pinOfUse(use)) ? replacements(found) : []
    return [
      {
        ...plain,
        urgency: 'tidy',
        says: patient.texts.doctor.movable(found.length, foreign.length, names.slice(0, 3), names.length > 3),
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

/** GitHub's own, those of AWS, and those of whoever owns the repository. */
function isTrusted(action: string, { context }: Patient): boolean {
  const [owner] = action.split('/')
  return ['actions', 'github', 'aws-actions', context.repository.owner?.toLowerCase()].includes(owner)
}
