import { find } from '../finding.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'

/** An Amplify Gen 2 backend without a site beside it; with one, it is a part of that app (see the detector of the same name). */
export const amplifyBackend: Definition = {
  id: 'amplify-gen2',
  reads: ['amplify/backend.ts', 'amplify/backend.js'],
  find(place, known) {
    const name = place.pick('amplify/backend.ts', 'amplify/backend.js')
    const site = known.some(({ topic }) => topic === 'framework' || topic === 'kind')
    if (!name || site) return null
    const proof = place.proof(name, place.texts.seen.amplifyGen2, 'defineBackend')
    return {
      tools: 'node',
      findings: [
        ...basics({ id: 'amplify-gen2', definition: place.at(name), language: 'node' }, proof),
        find('build', null, proof),
      ],
    }
  },
}
