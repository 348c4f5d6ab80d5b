import type { Flag } from '../flag.ts'
import { taken } from '../reading.ts'

export const remove: Flag = {
  name: '--remove',
  value: null,
  summary: ({ command }) => command.remove,
  read: (_value, options) => taken({ ...options, remove: true }),
}
