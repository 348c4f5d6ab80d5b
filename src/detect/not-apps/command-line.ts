import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { manifestOf } from '../node/manifest.ts'
import { nodeProject } from '../node/project.ts'

/** A command line tool of Node: `bin`, and neither a start script nor a site. */
export const commandLine: Detector = {
  id: 'command-line',
  stack: 'node',
  reads: ['package.json'],
  find(place) {
    const manifest = manifestOf(place)
    const project = nodeProject(place)
    if (!manifest || manifest.raw.bin === undefined || manifest.scripts.has('start') || (project && webAppOf(project)))
      return []
    if (place.pick('Dockerfile', 'Procfile')) return []
    return [find('notAnApp', 'a command line tool', place.proof('package.json', '`bin`', '"bin"'))]
  },
}
