import { expect } from 'vitest'
import { readMark } from '../../src/github/marker.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'

/** The comments of the app on an issue. */
export function repliesIn(repository: RepositoryHandle, issue: number): readonly string[] {
  const own = repository.comments(issue).filter(({ by }) => by === 'slipway[bot]')
  return own.map(({ body }) => body)
}

/** The outcome that the app told on an issue, or null where it has not said anything. */
export function outcomeIn(repository: RepositoryHandle, issue: number): string | null {
  return readMark(repliesIn(repository, issue)[0] ?? '')?.outcome ?? null
}

/** The one end state: one branch with one commit, one pull request, one reply, one reaction on each command. */
export async function expectOneEnd(repository: RepositoryHandle, issue: number): Promise<void> {
  expect(repository.branches()).toEqual(['cicd/setup', 'main'])
  expect((await repository.commit('cicd/setup')).parents).toEqual([repository.branch('main')])
  expect(repository.pulls().map(({ state }) => state)).toEqual(['open'])
  expect(outcomeIn(repository, issue)).toMatch(/^(?:proposed|up_to_date)$/u)
  expect(repliesIn(repository, issue)).toHaveLength(1)
  for (const { by, reactions } of repository.comments(issue)) {
    if (by !== 'slipway[bot]') expect(reactions).toEqual(['eyes by slipway[bot]'])
  }
}
