import type { AccountsFormat } from '../../model.ts'
import { type Flag, oneOf } from '../flag.ts'
import { taken } from '../reading.ts'

/** What the network between accounts can be written in. */
export const formats: readonly AccountsFormat[] = ['cloudformation', 'terraform']

export const format: Flag = {
  name: '--format',
  value: formats.join('|'),
  summary: ({ command }) => command.format,
  read: (value, options) => {
    const id = oneOf('format', formats, value)
    return id.ok ? taken({ ...options, format: id.value }) : id
  },
}
