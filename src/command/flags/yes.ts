import type { Flag } from '../flag.ts'
import { taken } from '../reading.ts'

export const yes: Flag = {
  name: '--yes',
  value: null,
  summary: 'do it at once, without asking first',
  read: (_value, options) => taken({ ...options, yes: true }),
}
