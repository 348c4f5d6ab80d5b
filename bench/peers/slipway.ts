import { planJson } from '../../src/cli/plan-json.ts'
import { unknownAccount } from '../../src/config/unknown-account.ts'
import { localFacts } from '../../src/local/facts.ts'
import { localReader } from '../../src/local/reader.ts'
import type { Context } from '../../src/model.ts'
import { propose } from '../../src/propose.ts'
import { readRepository } from '../../src/read.ts'
import type { Peer } from './peer.ts'

const request: Context['request'] = {
  verb: 'plan',
  target: null,
  path: null,
  ci: null,
  region: null,
  environment: null,
  dryRun: false,
  remove: false,
  lang: null,
  by: null,
}

/** This project, from the git repository on disk to the whole pull request, its files and its text included. */
export const slipway: Peer = {
  id: 'slipway',
  fields: null,
  detect: async (directory) => {
    const tree = await readRepository(localReader(directory))
    return planJson(
      propose(tree, {
        repository: await localFacts(directory),
        aws: unknownAccount,
        config: { lang: 'en', region: null, apps: [], environments: null },
        request,
      }),
    )
  },
}
