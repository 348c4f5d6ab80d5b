import type { Flag } from '../flag.ts'
import { readPath } from '../path.ts'
import { taken } from '../reading.ts'

export const path: Flag = {
  name: '--path',
  value: 'folder',
  summary: ({ command }) => command.path,
  read: (value, options) => {
    const folder = readPath(value)
    return folder.ok ? taken({ ...options, path: folder.value }) : folder
  },
}
