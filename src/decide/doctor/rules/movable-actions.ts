import { code } from '../../../render/markdown.ts'
import { proofOf } from '../lines.ts'
import { replacements } from '../replacement.ts'
import { plain, type Rule } from '../rule.ts'
import { usesIn } from '../uses.ts'

const source = 'https://docs.github.com/en/actions/reference/security/secure-use'

/** Actions of others by a tag or a branch, which their owner, or who takes over the account, can move. GitHub's own are named apart. */
export const movableActions: Rule = {
  id: 'movable-actions',
  examine(patient) {
    const found = usesIn(patient).filter(({ pinned }) => !pinned)
    if (found.length === 0) return []
    const foreign = found.filter(({ action }) => !/^(?:actions|github|aws-actions)\//.test(action))
    const names = [...new Set((foreign.length > 0 ? foreign : found).map(({ action, ref }) => code(`${action}@${ref}`)))]
    const { doctor } = patient.texts
    return [
      {
        ...plain,
        urgency: 'tidy',
        says: doctor.movable(found.length, foreign.length, names.slice(0, 3)),
        evidence: [...foreign, ...found.filter((use) => !foreign.includes(use))].map(proofOf),
        fact: { date: '2026-11-01', source },
        mend: { kind: 'command', command: 'npx pin-github-action .github/workflows/*.y*ml' },
      },
    ].map((complaint) => {
      const lines = replacements(found)
      return lines.length === 0 || foreign.length > 0 ? complaint : { ...complaint, mend: { kind: 'lines', lines } }
    })
  },
}
