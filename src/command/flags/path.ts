import type { Flag } from '../flag.ts'
import { readPath } from '../path.ts'
import { taken } from '../reading.ts'

export const path: Flag = {
  name: '--path',
  value: 'folder',
  summary: 'only the app in this folder; the others stay as they are',
  read: (value, options) => {
    const folder = readPath(value)
    return folder.ok ? taken({ ...options, path: folder.value }) : folder
  },
}
