import type { Faulty } from '../../config.ts'
import { existingDetectors } from '../../detect/existing.ts'
import { type Repository, viewTree } from '../../detect/repository.ts'
import type { Context, Existing, Outcome, Resource, Standing, Tree } from '../../model.ts'
import { type Lock, lockPath, readLock } from '../../render/lock.ts'
import { type Texts, textsOf } from '../../text.ts'

/** What AWS says of one thing that the merged set-up needs. */
export interface Watched {
  readonly environment: string
  readonly resource: Resource
  readonly standing: Standing
}

/** What an examination starts from. */
export interface Examined {
  readonly tree: Tree
  readonly context: Context
  /** What a new run would propose. */
  readonly outcome: Outcome
  /** ISO 8601. */
  readonly today: string
  /** What is wrong in the configuration. */
  readonly faulty: readonly Faulty[]
  /** Null: AWS was not asked, or did not tell. */
  readonly watched: readonly Watched[] | null
}

/** A repository as the rules see it. */
export interface Patient extends Examined {
  readonly repository: Repository
  readonly texts: Texts
  /** What delivers it already, our own pipeline included. */
  readonly existing: readonly Existing[]
  /** Null: it was never set up by us. */
  readonly lock: Lock | null
}

export function patientOf(examined: Examined): Patient {
  const { tree, context } = examined
  const texts = textsOf(context)
  const lock = readLock(tree.files.get(lockPath) ?? '')
  const repository = viewTree(tree, texts)
  const existing = existingDetectors.flatMap((detector) => detector.find(repository))
  return { ...examined, repository, texts, existing, lock }
}
