import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { pins } from '../../src/render/actions-table.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

it('the release uses the same pinned actions as generated workflows', () => {
  const uses = [...read('.github/workflows/release.yml').matchAll(/uses: (\S+)@(\S+) # (\S+)/gu)]
  expect(uses.length).toBeGreaterThan(5)
  for (const [, action, sha, version] of uses)
    expect(pins).toContainEqual(expect.objectContaining({ action, sha, version }))
})

it('every job of the release has its own permissions and a timeout', () => {
  const { jobs, permissions } = parse(read('.github/workflows/release.yml'))
  expect(permissions).toEqual({})
  for (const job of Object.values<Record<string, unknown>>(jobs)) {
    expect(job).toMatchObject({ permissions: expect.anything(), 'timeout-minutes': expect.any(Number) })
  }
})

it('Dependabot watches packages, actions and the image', () => {
  const { updates } = parse(read('.github/dependabot.yml'))
  const watched = updates.map((update: Record<string, string>) => update['package-ecosystem'])
  expect(watched).toEqual(['npm', 'github-actions', 'docker'])
})
