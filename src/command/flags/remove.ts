import type { Flag } from '../flag.ts'
import { taken } from '../reading.ts'

export const remove: Flag = {
  name: '--remove',
  value: null,
  summary: 'open a pull request that takes the generated files away again',
  read: (_value, options) => taken({ ...options, remove: true }),
}
