import { code } from '../../../render/markdown.ts'
import { proofOf } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'
import { takenOver } from '../troubled-actions.ts'
import { isBefore, usesIn } from '../uses.ts'

/** Versions of actions that an attacker had taken over. */
export const takenOverActions: Rule = {
  id: 'taken-over-actions',
  examine(patient) {
    const { doctor } = patient.texts
    const uses = usesIn(patient)
    return takenOver.flatMap(({ action, fixed, advisory, on, source }) => {
      const found = uses.filter((use) => use.action === action && isBefore(use.version, fixed))
      if (found.length === 0) return []
      const safe = fixed.join('.')
      return [
        {
          ...plain,
          urgency: 'unsafe' as const,
          says: doctor.takenOver(code(action), safe, advisory, on),
          evidence: found.map(proofOf),
          fact: { date: on, source },
          mend: { kind: 'text' as const, text: doctor.mendTakenOver(code(action), safe) },
        },
      ]
    })
  },
}
