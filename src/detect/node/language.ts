import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { nodeProject } from './project.ts'

/** A folder with a package.json is Node, as far as nothing with a better claim says otherwise. */
export const nodeLanguage: Detector = {
  id: 'node-language',
  stack: 'node',
  reads: ['package.json'],
  find: (place) =>
    nodeProject(place) ? [find('language', 'node', place.proof('package.json', place.texts.seen.nodeThere))] : [],
}
