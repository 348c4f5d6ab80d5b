import type { FlagOf } from '../../command/flag.ts'
import { taken } from '../../command/reading.ts'
import type { CliOptions } from '../options.ts'

export const json: FlagOf<CliOptions> = {
  name: '--json',
  value: null,
  summary: ({ cli }) => cli.json,
  read: (_value, options) => taken({ ...options, json: true }),
}
