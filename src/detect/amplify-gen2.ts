import type { Detector } from './detector.ts'
import { find } from './finding.ts'

/** An Amplify backend beside a site: Amplify Hosting deploys both, the backend first. */
export const amplifyGen2: Detector = {
  id: 'amplify-backend-of-a-site',
  stack: 'node',
  reads: ['amplify/backend.ts', 'amplify/backend.js', 'amplify/.config/project-config.json'],
  find(place, known) {
    const site = known.some(({ topic, value }) => topic === 'framework' && typeof value === 'object' && isSite(value))
    if (!site) return []
    const name = place.pick('amplify/backend.ts', 'amplify/backend.js')
    if (name) {
      const proof = place.proof(name, place.texts.seen.amplifyGen2, 'defineBackend')
      return [
        find('definition', place.at(name), proof),
        find('remark', place.texts.seen.amplifyGen2Remark(place.at(name)), proof),
      ]
    }
    const old = place.pick('amplify/.config/project-config.json')
    if (!old) return []
    const proof = place.proof(old, place.texts.seen.amplifyGen1)
    return [find('remark', place.texts.seen.amplifyGen1Remark(place.at('amplify')), proof)]
  },
}

const isSite = (value: object) => 'kind' in value && (value.kind === 'static' || value.kind === 'ssr')
