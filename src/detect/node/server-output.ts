import type { Detector } from '../detector.ts'
import { find, first } from '../finding.ts'
import { nodeProject } from './project.ts'
import { programsOfLine } from './scripts.ts'
import { into } from './shell.ts'
import { fileOf } from './started-file.ts'

/** The folder that the build of a server or worker writes, by the file that is started from it: `node dist/http/server.js` → `dist`. */
export const serverOutput: Detector = {
  id: 'server-output',
  stack: 'node',
  reads: ['package.json'],
  find: (place, known) => {
    const project = nodeProject(place)
    const kind = first(known, 'kind')?.value ?? first(known, 'framework')?.value.kind
    const start = first(known, 'start')
    if (!project || !start?.value || !first(known, 'build')?.value || (kind !== 'server' && kind !== 'worker'))
      return []
    const program = programsOfLine(project.manifest, start.value).at(-1)
    const started = program ? fileOf(program) : null
    const file = program && started !== null ? into(program.folder, started) : null
    const folder = file === null ? null : folderOf(file)
    return folder === null
      ? []
      : [find('output', folder, { ...start.proof[0], says: place.texts.seen.startsBuilt(file ?? '') })]
  },
}

const built = /^(\.?dist|\.?build|lib|out|output|compiled|bundle|target|\.output|prod|production|release)$/

/** The first folder of a built file; of one above the project (`../../dist/apps/api/main.js`) the whole of its folder. */
function folderOf(file: string): string | null {
  const parts = file.replace(/^\.\//, '').split('/')
  const [top = ''] = parts
  if (top === '..') return parts.some((part) => built.test(part)) ? parts.slice(0, -1).join('/') : null
  return parts.length > 1 && built.test(top) ? top : null
}
