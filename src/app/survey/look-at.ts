import { unknownAccount } from '../../config/unknown-account.ts'
import { examine } from '../../decide/doctor.ts'
import { UserError } from '../../errors.ts'
import type { Client } from '../../github/client.ts'
import { isGone } from '../../github/gone.ts'
import type { HeadNow } from '../../github/heads.ts'
import type { Installed } from '../../github/installed.ts'
import { gitHubReader } from '../../github/reader.ts'
import type { Context, RepositoryFacts } from '../../model.ts'
import type { Row } from '../../overview/row.ts'
import { rowOf, unreadRow } from '../../overview/row-of.ts'
import { configurationOf } from '../configuration.ts'
import { dayOf } from '../doctor.ts'
import { everything } from '../everything.ts'
import type { Core } from '../look.ts'
import type { Session } from '../session.ts'

/** What looking at a repository takes. */
export interface Eyes {
  readonly session: Session
  readonly core: Core
  /** Reads the files of the repository. */
  readonly client: Client
  /** The organisation's configuration; null: it has none. */
  readonly organisation: string | null
  readonly enterprise: boolean
}

/** A repository at a glance, read as for any command but without asking AWS. Null where it is not there any more. */
export async function lookAt(repository: Installed, { head, pull }: HeadNow, eyes: Eyes): Promise<Row | null> {
  const { session, core, client, organisation, enterprise } = eyes
  const { owner, name } = repository
  const facts = factsOf(repository, head?.branch ?? 'main', session.github.host, enterprise)
  const today = dayOf(Date.now())
  try {
    const tree = await core.readTree(gitHubReader({ client, owner, name }, head))
    const { config } = configurationOf(name, tree, organisation, session.texts)
    const context: Context = {
      repository: facts,
      aws: unknownAccount,
      config,
      request: { ...everything, lang: session.lang },
    }
    const outcome = core.propose(tree, context)
    const complaints =
      tree === null ? [] : examine({ tree, context, outcome, faulty: [], watched: null, today }).complaints
    return rowOf({
      files: tree?.files ?? new Map(),
      outcome,
      complaints,
      today,
      repository: facts,
      issues: repository.issues,
      pull,
    })
  } catch (error) {
    if (isGone(error)) return null
    if (error instanceof UserError) return unreadRow(facts, error.in(session.texts), repository.issues)
    session.log.error({ err: error, surveyed: repository.id }, 'a repository could not be looked at')
    return unreadRow(facts, session.texts.survey.failed(session.job.delivery), repository.issues)
  }
}

function factsOf(repository: Installed, defaultBranch: string, host: string, enterprise: boolean): RepositoryFacts {
  const { id, owner, ownerId, name, createdAt, visibility } = repository
  return {
    ...{ host, enterprise, owner, name, id, ownerId, createdAt, defaultBranch },
    private: visibility !== 'public',
    subject: { known: false, why: 'GitHub was not asked' },
  }
}
