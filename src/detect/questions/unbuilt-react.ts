import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { manifestOf } from '../node/manifest.ts'

const entries = ['index', 'main', 'App'].flatMap((name) =>
  ['jsx', 'tsx', 'js', 'ts'].map((extension) => `src/${name}.${extension}`),
)

/** Next.js among the dependencies and pages of plain React, and nothing says what builds them (case G2): never SSR in silence. */
export const unbuiltReact: Detector = {
  id: 'unbuilt-react',
  stack: 'node',
  reads: ['package.json'],
  find(place, known) {
    const manifest = manifestOf(place)
    const entry = place.pick(...entries)
    if (
      !manifest?.all.has('next') ||
      !entry ||
      known.some(({ topic }) => topic === 'framework' || topic === 'kind' || topic === 'notAnApp')
    )
      return []
    const proof = place.proof(
      'package.json',
      '"next" is a dependency, and no script or configuration uses it',
      '"next"',
    )
    const text = `"next" is a dependency, but no script, configuration or pages folder uses it, and ${place.at(entry)} looks like a single-page app. Add a "build" script that names the tool to package.json, then comment again.`
    return [find('kind', 'static', proof), find('question', { text, choices: ['/cicd setup'] }, proof)]
  },
}
