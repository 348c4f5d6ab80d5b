import { examine } from '../../decide/doctor.ts'
import { upgrade } from '../../decide/upgrade.ts'
import { wantedByDoctor } from '../../decide/wanted-by-doctor.ts'
import { Raced } from '../../github/commit.ts'
import type { Access } from '../../github/connect.ts'
import type { Place } from '../../github/place.ts'
import { publish } from '../../github/publish.ts'
import { Blocked } from '../../github/refusal.ts'
import { readState, type State } from '../../github/state.ts'
import type { Request } from '../../model.ts'
import { lockPath } from '../../render/lock.ts'
import { setUpBranch } from '../../render/pull-request.ts'
import { reasonsIn, type Upgrade, upgradeBranch } from '../../render/upgrade.ts'
import { textsIn, textsOf } from '../../text.ts'
import { everything } from '../everything.ts'
import { type Seen, see, type Visit } from '../look.ts'
import { overPeople } from '../over-people.ts'
import { refuseOtherPaths } from '../refuse-other-paths.ts'
import { settingsUrl } from '../settings-url.ts'
import type { ScheduleParts } from './parts.ts'
import type { UpgradeJob } from './schedule-job.ts'

/**
 * What became of a repository. `off`: it does not want this any more, or its configuration has mistakes. `nothing`: it is up to date. `declined`: a
 * pull request for the same reasons was closed without merging. `waits`: another set-up is being proposed. `refused`: GitHub did not let it be written.
 */
export type Upgraded = 'proposed' | 'up_to_date' | 'off' | 'nothing' | 'declined' | 'waits' | 'refused' | 'gone'

const request: Request = { ...everything, verb: 'setup', settledOnly: true }

/** Opens the one pull request that brings the generated files of a repository up to date, where something asks for it. */
export async function upgradeRepository(job: UpgradeJob, parts: ScheduleParts): Promise<Upgraded> {
  const visit = await visitOf(job, parts)
  if (visit === null) return 'gone'
  const { state, place } = visit
  if (state.repository.archived || state.repository.disabled) return 'nothing'
  const seen = await see(visit, parts.core, request, { also: wantedByDoctor })
  if (seen === null || seen.faulty.length > 0 || seen.configuration.upgrade.schedule === 'off') return 'off'
  const wanted = wantedOf(seen, job.day)
  if (wanted === null) return 'nothing'
  if (isDeclined(state, wanted.reasons)) return 'declined'
  if (await isProposing(place)) return 'waits'
  return propose(visit, seen, wanted)
}

async function visitOf({ installation, repository }: UpgradeJob, parts: ScheduleParts): Promise<Visit | null> {
  const { github, aws, log } = parts
  const grant = {
    installation,
    repository: repository.id,
    settingsUrl: settingsUrl({ installation, repository }, github),
  }
  const access: Access = { grant, log, onWait: (wait) => log.warn(wait, 'waiting for a rate limit of GitHub') }
  const client = await github.reader(access)
  const { owner, name } = repository
  const state = await readState(client, { owner, name, issue: null, branch: upgradeBranch, lock: lockPath })
  if (state === null || state.repository.id !== repository.id) return null
  const place = { client, owner: state.repository.owner, name: state.repository.name }
  return { ...{ github, access, place, state, aws, log, texts: textsIn('en') }, number: 0, lang: null, may: () => true }
}

function wantedOf({ tree, context, outcome, faulty }: Seen, today: string): Upgrade | null {
  if (tree === null) return null
  const checkup = examine({ tree, context, outcome, faulty, watched: null, today })
  return upgrade(tree, outcome, checkup, context)
}

/** Whoever closed a pull request for these reasons has said no to them; a new reason is a new question. */
function isDeclined({ pulls }: State, reasons: readonly string[]): boolean {
  const declined = pulls.filter(({ state, ours }) => state === 'closed' && ours).flatMap(({ body }) => reasonsIn(body))
  return reasons.every((reason) => declined.includes(reason))
}

/** A set-up that is still to be merged brings the same templates. */
async function isProposing({ client, owner, name }: Place): Promise<boolean> {
  const { data } = await client.rest.pulls.list({ owner, repo: name, state: 'open', head: `${owner}:${setUpBranch}` })
  return data.length > 0
}

async function propose(visit: Visit, { self, tree, context, outcome }: Seen, wanted: Upgrade): Promise<Upgraded> {
  const { state, place, github, access, log } = visit
  if (tree === null || state.head === null) throw new Error('an upgrade of a repository without commits')
  const { files, pullRequest, check } = wanted
  refuseOtherPaths(files, outcome.choices)
  const texts = textsOf(context)
  const workflows = files.some(({ path }) => path.startsWith('.github/workflows/'))
  try {
    const published = await publish(place, {
      ...{
        state,
        head: state.head,
        entries: tree.entries,
        files,
        pullRequest,
        base: outcome.defaultBranch,
        self,
        texts,
        check,
      },
      over: (read) => overPeople(files, read, texts.files),
      beforeWriting: async () => ({ ...place, client: await github.writer(access, workflows) }),
    })
    return published.outcome
  } catch (error) {
    // The branch moved meanwhile, or rights are missing: there is no one to tell, and the next period comes.
    if (!(error instanceof Raced) && !(error instanceof Blocked)) throw error
    log.info({ why: error.message }, 'an upgrade could not be proposed')
    return 'refused'
  }
}
