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
    const proof = place.proof('package.json', place.texts.seen.nextUnused, '"next"')
    const text = place.texts.seen.nextUnusedQuestion(place.at(entry))
    return [find('kind', 'static', proof), find('question', { text, choices: ['/cicd setup'] }, proof)]
  },
}
