import type { App, Outcome, RepositoryFacts, TargetId } from '../model.ts'
import { addressOf } from '../render/pull-request/links.ts'
import { targetNames } from '../render/target-names.ts'
import type { Texts } from '../text.ts'
import type { Markup } from './markup.ts'

/** All that the page shows. */
export interface View {
  readonly repository: RepositoryFacts
  readonly outcome: Outcome
  /** The text that changed and removed files have now, by path. */
  readonly before: ReadonlyMap<string, string>
  readonly lang: 'en' | 'ja'
  readonly texts: Texts['page']
}

/** One part of the page; null where it has nothing to show. `id` is the anchor. */
export interface Part {
  readonly id: string
  readonly title: string
  readonly body: Markup
}

export function targetName(target: TargetId | null, { texts }: View): string {
  return target === null ? texts.noTarget : targetNames[target]
}

export function rootName(app: App, { texts }: View): string {
  return app.root === '.' ? texts.root : app.root
}

export function repositoryName({ owner, name }: RepositoryFacts): string {
  return owner === null ? name : `${owner}/${name}`
}

/** The address of a line on GitHub, null where the repository has no known address. */
export function lineAddress({ repository, outcome }: View, path: string, line: number | null): string | null {
  return outcome.commit === null ? null : addressOf(repository, outcome.commit, path, line)
}
