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
      const proof = place.proof(name, 'defines an Amplify Gen 2 backend', 'defineBackend')
      return [
        find('definition', place.at(name), proof),
        find(
          'remark',
          `${place.at(name)} is an Amplify Gen 2 backend: Amplify Hosting deploys it before the site, with \`npx ampx pipeline-deploy\`.`,
          proof,
        ),
      ]
    }
    const old = place.pick('amplify/.config/project-config.json')
    if (!old) return []
    const proof = place.proof(old, 'is a backend of the Amplify CLI (Gen 1)')
    return [
      find(
        'remark',
        `${place.at('amplify')}/ is a backend of the Amplify CLI (Gen 1): connect its environment in the Amplify console, so that \`amplifyPush --simple\` deploys it before the site.`,
        proof,
      ),
    ]
  },
}

const isSite = (value: object) => 'kind' in value && (value.kind === 'static' || value.kind === 'ssr')
