import { find } from '../finding.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'

/** An SST app. It writes `cdk.context.json` and depends on `aws-cdk-lib`, and is no CDK app. */
export const sst: Definition = {
  id: 'sst',
  reads: ['sst.config.*', 'sst.json'],
  find(place) {
    const name = place.pick('sst.config.ts', 'sst.config.js', 'sst.config.mjs', 'sst.json')
    if (!name) return null
    const proof = place.proof(name, 'is the configuration of SST')
    return {
      tools: 'node',
      findings: [
        ...basics({ id: 'sst', definition: place.at(name), language: 'node' }, proof),
        find('build', null, proof),
      ],
    }
  },
}
