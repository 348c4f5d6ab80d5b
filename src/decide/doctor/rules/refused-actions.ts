import { code } from '../../../render/markdown.ts'
import { proofOf } from '../lines.ts'
import { replacements } from '../replacement.ts'
import { plain, type Rule } from '../rule.ts'
import { refused } from '../troubled-actions.ts'
import { isBefore, type Use, usesIn } from '../uses.ts'

/** Versions of actions that GitHub no longer runs: the workflow fails at once. */
export const refusedActions: Rule = {
  id: 'refused-actions',
  examine(patient) {
    if (patient.context.repository.enterprise) return []
    const uses = usesIn(patient)
    return refused.flatMap(({ action, before, on, source }) => {
      const found = uses.filter((use) => use.action === action && isRefused(use, before))
      if (found.length === 0 || on > patient.today) return []
      const lines = replacements(found)
      const { doctor } = patient.texts
      return [
        {
          ...plain,
          urgency: 'broken' as const,
          says: doctor.refusedAction(code(`${action}@${found[0]?.ref ?? ''}`), on),
          evidence: found.map(proofOf),
          fact: { date: on, source },
          mend:
            lines.length > 0
              ? { kind: 'lines' as const, lines }
              : { kind: 'text' as const, text: doctor.mendNewer(code(action)) },
        },
      ]
    })
  },
}

/** The first bound is for every line; the others for the line of their own major, where a whole version is named. */
function isRefused({ version, pinned, ref }: Use, [all = [], ...lines]: readonly (readonly number[])[]): boolean {
  if (isBefore(version, all)) return true
  const exact = version.length > 1 || (pinned && !ref.includes('.') && version.length > 1)
  return exact && lines.some((bound) => bound[0] === version[0] && isBefore(version, bound))
}
