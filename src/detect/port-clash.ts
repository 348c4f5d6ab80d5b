import type { Detector } from './detector.ts'
import { all, find } from './finding.ts'

/** Two places that name two ports: the one that counts is kept, and the other is named (case G11). */
export const portClash: Detector = {
  id: 'port-clash',
  reads: [],
  find(place, known) {
    const [chosen, ...others] = all(known, 'port')
    if (!chosen || chosen.usual) return []
    const other = others.find((one) => {
      const { value, stack } = one
      const same = stack === undefined || chosen.stack === undefined || stack === chosen.stack
      return same && value !== chosen.value && !one.usual
    })
    if (!other) return []
    const [{ path }] = chosen.proof
    const text = place.texts.seen.portClash(`${chosen.value}`, path, `${other.value}`, other.proof[0].path)
    return [find('remark', text, other.proof[0])]
  },
}
