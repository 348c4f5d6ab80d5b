import type { FlagOf } from '../../command/flag.ts'
import { taken } from '../../command/reading.ts'
import type { CliOptions } from '../options.ts'

export const read: FlagOf<CliOptions> = {
  name: '--read',
  value: null,
  summary: ({ cli }) => cli.read,
  read: (_value, options) => taken({ ...options, read: true }),
}
