import type { Merged } from '../config/merge.ts'
import {
  type Commanders,
  ConfigMistakes,
  configOf,
  configPath,
  organisationRepository,
  type ReadConfiguration,
  readConfiguration,
} from '../config.ts'
import { writeCheck } from '../github/check-run.ts'
import { readOrganisationFile } from '../github/organisation.ts'
import { permissionOf, type Role } from '../github/permission.ts'
import { Blocked } from '../github/refusal.ts'
import type { Tree } from '../model.ts'
import type { Texts } from '../text.ts'
import type { Session } from './session.ts'

type Asked = Pick<Session, 'state' | 'github' | 'access' | 'place' | 'texts'>

/**
 * The configuration that holds for the repository of a command: its own over that of its organisation.
 * Throws `ConfigMistakes` where one of the two has mistakes.
 */
export async function configuration(asked: Asked, tree: Tree | null): Promise<Merged> {
  const { merged, faulty } = await configurationAsRead(asked, tree)
  if (faulty.length > 0) throw new ConfigMistakes(faulty, asked.texts)
  return merged
}

/** The same with the mistakes that are in it, for who goes on all the same. */
export async function configurationAsRead(asked: Asked, tree: Tree | null): Promise<ReadConfiguration> {
  const { place, texts } = asked
  if (place.name === organisationRepository) return readConfiguration(null, tree?.files.get(configPath) ?? null, texts)
  return readConfiguration(tree, await organisationText(asked), texts)
}

/** The same for a repository by its name, and `organisation` as it was read. */
export function configurationOf(name: string, tree: Tree | null, organisation: string | null, texts: Texts): Merged {
  if (name === organisationRepository) return configOf(null, tree?.files.get(configPath) ?? null, texts)
  return configOf(tree, organisation, texts)
}

/** A public `.github` came along with the state; a private one is read only where this app is installed on it, too. */
export async function organisationText({ state, github, access, place }: Asked): Promise<string | null> {
  if (state.organisation !== null) return state.organisation.text
  const client = await github.organisation(access)
  return client === null ? null : (await readOrganisationFile(client, place.owner)).text
}

const ranks: readonly Role[] = ['write', 'maintain', 'admin']

/** Whether the configuration lets this person give commands. Ids are compared as numbers, for equality. */
export function mayCommand(commanders: Commanders | null, role: Role, id: number): boolean {
  if (commanders === null) return true
  const listed = commanders.ids === null || commanders.ids.includes(id)
  return listed && ranks.indexOf(role) >= ranks.indexOf(commanders.role)
}

const mostAnnotations = 50

/** Shows the mistakes of a configuration as a check on the commit that has them, at their lines. Where checks may not be written, the reply says the same. */
export async function checkMistakes(session: Session, mistakes: ConfigMistakes): Promise<void> {
  const { state, place, github, access, job } = session
  if (state.head === null || !(await permissionOf(place, job.actor)).allowed) return
  const own = mistakes.files.find(({ level }) => level === 'repository')?.faults ?? []
  const annotations = own.slice(0, mostAnnotations).map(({ line, column, message }) => ({
    ...{ path: configPath, line, column, level: 'failure' as const },
    message: message.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
  }))
  const client = await github.checker(access).catch((error: unknown) => {
    if (error instanceof Blocked) return null
    throw error
  })
  if (client === null) return
  const count = mistakes.files.reduce((sum, { faults }) => sum + faults.length, 0)
  await writeCheck(
    { ...place, client },
    {
      name: 'CI/CD configuration',
      commit: state.head.commit,
      // A mistake of the organisation is no failure of this commit.
      conclusion: own.length > 0 ? 'failure' : 'neutral',
      title: session.texts.config.checkTitle(count, configPath),
      summary: mistakes.in(session.texts),
      annotations,
    },
    true,
  )
}
