import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { manifestOf } from '../node/manifest.ts'
import { nodeProject } from '../node/project.ts'

/** A command line tool of Node: `bin`, and neither a start script nor a site; or one that is published, whatever it has to try it. */
export const commandLine: Detector = {
  id: 'command-line',
  stack: 'node',
  reads: ['package.json'],
  find(place) {
    const manifest = manifestOf(place)
    if (!manifest || manifest.raw.bin === undefined || place.pick('Dockerfile', 'Procfile')) return []
    const project = nodeProject(place)
    const site = project && webAppOf(project)
    const isPublished = !manifest.private && ('files' in manifest.raw || 'publishConfig' in manifest.raw)
    // A framework that no script builds is what the tool generates, not what it is.
    const isSite = site !== null && (site.use.strength >= 3 || !isPublished)
    if (isSite || (manifest.scripts.has('start') && !(isPublished && site))) return []
    return [find('notAnApp', 'command-line', place.proof('package.json', '`bin`', '"bin"'))]
  },
}
