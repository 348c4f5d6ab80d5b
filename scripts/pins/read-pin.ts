import { get, list, text } from '../../src/detect/json.ts'
import type { Pin } from '../../src/render/actions.ts'
import type { Ask } from './github.ts'

/** What GitHub says of a pinned action today. */
export interface Reading {
  readonly pin: Pin
  /** The commit that the recorded version's tag points at now; null: the tag is gone. */
  readonly sha: string | null
  /** Tag of the newest release; null where the action has none. */
  readonly newest: string | null
  readonly archived: boolean
  /** Ids of published advisories that name the recorded version. */
  readonly advisories: readonly string[]
}

/** Reads one pin in at most five calls. */
export async function readPin(pin: Pin, ask: Ask): Promise<Reading> {
  const [owner, name] = pin.action.split('/')
  const repository = `/repos/${owner}/${name}`
  const [facts, release, advisories, sha] = await Promise.all([
    ask(repository),
    ask(`${repository}/releases/latest`),
    ask(
      `/advisories?ecosystem=actions&affects=${encodeURIComponent(`${owner}/${name}@${pin.version.replace(/^v/, '')}`)}`,
    ),
    commitOf(repository, pin.version, ask),
  ])
  return {
    pin,
    sha,
    newest: text(get(release ?? undefined, 'tag_name')),
    archived: get(facts ?? undefined, 'archived') === true,
    advisories: list(advisories ?? undefined).flatMap((one) => text(get(one, 'ghsa_id')) ?? []),
  }
}

/** An annotated tag points at a tag object, and that at the commit. */
async function commitOf(repository: string, tag: string, ask: Ask): Promise<string | null> {
  const reference = await ask(`${repository}/git/ref/tags/${encodeURIComponent(tag)}`)
  const sha = text(get(reference ?? undefined, 'object', 'sha'))
  if (sha === null || get(reference ?? undefined, 'object', 'type') !== 'tag') return sha
  const object = await ask(`${repository}/git/tags/${sha}`)
  return text(get(object ?? undefined, 'object', 'sha'))
}

/** Why a release must not go out with this pin (case G58); empty: it may. */
export function faultsOf({ pin, sha, archived, advisories }: Reading): readonly string[] {
  return [
    ...(sha === null ? [`the tag ${pin.version} is gone`] : []),
    ...(sha !== null && sha !== pin.sha
      ? [`the tag ${pin.version} points at ${sha} now, the table has ${pin.sha}`]
      : []),
    ...(archived ? ['its repository is archived'] : []),
    ...advisories.map((id) => `${pin.version} is affected by ${id}`),
  ]
}
