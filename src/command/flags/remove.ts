import type { Flag } from '../flag.ts'
import { taken } from '../reading.ts'

export const remove: Flag = {
  name: '--remove',
  value: null,
  summary: 'take out what was generated, and list what stays in AWS',
  read: (_value, options) => taken({ ...options, remove: true }),
}
