import { spaced } from './spaced.ts'

/** Where something goes, one after the other, with its particle: `production に`, `staging、production の順に`. */
export function inOrder(names: readonly string[]): string {
  return names.length === 1 ? spaced`${names[0] ?? ''}に` : spaced`${names.join('、')}の順に`
}
