import { merge } from '../../config/merge.ts'
import { readConfig } from '../../config/read.ts'
import type { Level } from '../../config/shape.ts'
import { configPath } from '../../config.ts'
import type { Access } from '../../github/connect.ts'
import { installedRepositories } from '../../github/installed.ts'
import { readOrganisationFile } from '../../github/organisation.ts'
import { readSetUps, type SetUp } from '../../github/set-ups.ts'
import type { Job } from '../../queue.ts'
import { lockPath } from '../../render/lock.ts'
import type { ScheduleParts } from './parts.ts'
import { type DueJob, periodOf, type UpgradeJob } from './schedule-job.ts'

/** How many repositories one call asks about. */
const batch = 50

/** Queues every repository of an installation that was set up, wants to be brought up to date by itself, and is due. Gives how many. */
export async function queueDue(job: DueJob, { github, log, add }: ScheduleParts): Promise<number> {
  const access: Access = {
    grant: { installation: job.installation, repository: 0, settingsUrl: '' },
    ...{ log, onWait: (wait) => log.warn(wait, 'waiting for a rate limit of GitHub') },
  }
  const { repositories } = await installedRepositories(await github.lister(access))
  const open = repositories.filter(({ archived, disabled }) => !archived && !disabled)
  const organisation = await organisationText(job, access, { github })
  let queued = 0
  for (let from = 0; from < open.length; from += batch) {
    const some = open.slice(from, from + batch)
    const client = await github.contents(
      access,
      some.map(({ id }) => id),
    )
    // One of them went away since they were listed: tomorrow is another day.
    if (client === null) continue
    for (const one of await readSetUps(client, some, { lock: lockPath, config: configPath })) {
      const next = upgradeJob(one, organisation, job)
      if (next === null) continue
      const added = await add(next)
      if (added === 'full' || added === 'closed') throw new Error(`the queue is ${added}`)
      if (added === 'queued') queued += 1
    }
  }
  return queued
}

async function organisationText(
  { owner, organization }: DueJob,
  access: Access,
  { github }: Pick<ScheduleParts, 'github'>,
): Promise<string | null> {
  const client = organization ? await github.organisation(access) : null
  return client === null ? null : (await readOrganisationFile(client, owner)).text
}

/** The schedule as far as the configuration can be read; whoever goes on reads it again, and stops at a mistake. */
function upgradeJob(
  { id, owner, name, config }: SetUp,
  organisation: string | null,
  due: DueJob,
): Job<UpgradeJob> | null {
  const said = (text: string | null, level: Level) => (text === null ? null : readConfig(text, level).said)
  const { schedule } = merge(said(organisation, 'organisation'), said(config, 'repository')).upgrade
  if (schedule === 'off') return null
  const { installation, organization, day } = due
  const data: UpgradeJob = { kind: 'upgrade', day, installation, repository: { id, owner, name, organization } }
  const key = `upgrade:${id}:${periodOf(day, schedule)}`
  return { id: key, lane: String(installation), key, data }
}
