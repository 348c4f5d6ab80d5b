import { code } from '../../../render/markdown.ts'
import { proofOf } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'
import { left } from '../troubled-actions.ts'
import { usesIn } from '../uses.ts'

/** Actions that nobody keeps up any more. */
export const leftActions: Rule = {
  id: 'left-actions',
  examine(patient) {
    const { doctor } = patient.texts
    const uses = usesIn(patient)
    return left.flatMap(({ action, instead, on, source }) => {
      const found = uses.filter((use) => action.test(use.action))
      if (found.length === 0) return []
      const names = [...new Set(found.map((use) => code(use.action)))]
      return [
        {
          ...plain,
          urgency: 'tidy' as const,
          says: doctor.leftAction(names),
          evidence: found.map(proofOf),
          fact: { date: on, source },
          mend: { kind: 'text' as const, text: doctor.mendLeft(code(instead)) },
        },
      ]
    })
  },
}
