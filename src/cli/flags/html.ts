import type { FlagOf } from '../../command/flag.ts'
import { refused, taken } from '../../command/reading.ts'
import type { CliOptions } from '../options.ts'

export const html: FlagOf<CliOptions> = {
  name: '--html',
  value: 'file',
  summary: ({ cli }) => cli.html,
  read: (value, options) =>
    value === '' ? refused(({ cli }) => cli.htmlNeedsFile, null, 0, 0) : taken({ ...options, html: value }),
}
