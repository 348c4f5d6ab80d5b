import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { type Manifest, manifestOf } from '../node/manifest.ts'
import { nodeProject } from '../node/project.ts'
import type { Place } from '../place.ts'

// What only a package for others needs. `main` is no sign: `npm init` writes it for everyone.
const signs = [
  'exports',
  'module',
  'types',
  'typings',
  'publishConfig',
  'peerDependencies',
  'files',
  'unpkg',
  'jsdelivr',
] as const

/** A library of Node: it says how others import it, and has nothing that starts it (case G25). A site or Storybook of it stays an app. */
export const library: Detector = {
  id: 'library',
  stack: 'node',
  reads: ['package.json'],
  find(place) {
    const manifest = manifestOf(place)
    if (!manifest || isDeployed(place, manifest)) return []
    const sign = signs.find((name) => manifest.raw[name] !== undefined)
    if (!sign) return []
    return [find('notAnApp', 'library', place.proof('package.json', place.texts.seen.exportsOnly(sign), `"${sign}"`))]
  },
}

// A start script that watches, tests, or runs something that shows the library.
const forWork =
  /--watch|\b(tsc|rollup|tsup|jest|vitest) |\b(sandbox|examples?|demos?|playground|test|tests|dev|docs|fixtures|benchmarks?)\//

function isDeployed(place: Place, { scripts }: Manifest): boolean {
  const project = nodeProject(place)
  const start = scripts.get('start')
  if (start !== undefined && !forWork.test(start)) return true
  return (
    (project !== null && webAppOf(project) !== null) ||
    place.pick('Dockerfile', 'Procfile', 'apprunner.yaml') !== undefined
  )
}
