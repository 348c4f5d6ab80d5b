import type { Detector } from './detector.ts'
import { all, find } from './finding.ts'
import { isAssumed } from './late-port.ts'

/** Two places that name two ports: the one that counts is kept, and the other is named (case G11). */
export const portClash: Detector = {
  id: 'port-clash',
  reads: [],
  find(_, known) {
    const [chosen, ...others] = all(known, 'port')
    if (!chosen || isAssumed(chosen)) return []
    const other = others.find((one) => {
      const { value, stack } = one
      const same = stack === undefined || chosen.stack === undefined || stack === chosen.stack
      return same && value !== chosen.value && !isAssumed(one)
    })
    if (!other) return []
    const says = (finding: typeof chosen) => `${finding.proof[0].path} says ${finding.value}`
    return [find('remark', `The port is ${chosen.value}: ${says(chosen)}, and ${says(other)}.`, other.proof[0])]
  },
}
