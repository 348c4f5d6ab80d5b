import type { Detector } from './detector.ts'
import { all, find } from './finding.ts'

// What a framework does when nothing is said is no second opinion.
const assumed = /unless told otherwise|by default|usual port|images of/

/** Two places that name two ports: the one that counts is kept, and the other is named (case G11). */
export const portClash: Detector = {
  id: 'port-clash',
  reads: [],
  find(_, known) {
    const [chosen, ...others] = all(known, 'port')
    if (!chosen || assumed.test(chosen.proof[0].says)) return []
    const other = others.find(({ value, proof, stack }) => {
      const same = stack === undefined || chosen.stack === undefined || stack === chosen.stack
      return same && value !== chosen.value && !assumed.test(proof[0].says)
    })
    if (!other) return []
    const says = (finding: typeof chosen) => `${finding.proof[0].path} says ${finding.value}`
    return [find('remark', `The port is ${chosen.value}: ${says(chosen)}, and ${says(other)}.`, other.proof[0])]
  },
}
