import type { Flag } from '../flag.ts'
import { taken } from '../reading.ts'

export const yes: Flag = {
  name: '--yes',
  value: null,
  summary: ({ command }) => command.yes,
  read: (_value, options) => taken({ ...options, yes: true }),
}
