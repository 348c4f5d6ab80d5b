import type { Flag } from '../flag.ts'
import { taken } from '../reading.ts'

export const dryRun: Flag = {
  name: '--dry-run',
  value: null,
  summary: ({ command }) => command.dryRun,
  read: (_value, options) => taken({ ...options, dryRun: true }),
}
