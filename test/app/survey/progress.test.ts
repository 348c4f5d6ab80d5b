import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { longestProgress, nothingYet, type Progress, packed, unpacked } from '../../../src/app/survey/progress.ts'
import { withMark } from '../../../src/github/marker.ts'
import { mostRepositories } from '../../../src/overview/overview.ts'
import { sampleOverview, sampleRow } from '../../overview/sample-overview.ts'

const host = 'github.com'
const mark = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString('base64')

it('comes back as it was, with pages that were worked out again', () => {
  const rows = sampleOverview()
    .rows.slice(0, -1)
    .map((row) => ({ row, open: true }))
  const progress: Progress = { step: 3, done: [1, 2, 3], total: 9, hidden: 1, rows }
  expect(unpacked(packed(progress), host)).toEqual(progress)
  const moved = {
    ...progress,
    rows: [{ row: sampleRow('shop', { url: 'https://evil.example/acme/shop' }), open: false }],
  }
  expect(unpacked(packed(moved), host)?.rows[0]?.row.url).toBe('https://github.com/acme/shop')
})

it.each([
  ['nothing', undefined],
  ['no packed text', 'AAAA'],
  ['no JSON', deflateRawSync('x').toString('base64')],
  ['another form', mark({ step: 1 })],
  ['a count that is none', mark({ ...nothingYet, step: -1 })],
  ['ids that are none', mark({ ...nothingYet, done: ['1'] })],
  ['a kind that is none', mark({ ...nothingYet, rows: [{ row: { ...sampleRow('x'), kind: 'evil' }, open: true }] })],
  ['more text than any survey has', deflateRawSync(`[${' '.repeat(5_000_000)}]`).toString('base64')],
])('what others wrote into a mark is nothing: %s', (_, text) => {
  expect(unpacked(text, host)).toBeNull()
})

it('of fields that do not fit, those are left out', () => {
  const row = {
    ...sampleRow('x'),
    apps: [{ root: 1 }, { root: '.', what: 'next', target: 'evil' }],
    pull: '7',
    says: 3,
  }
  expect(unpacked(mark({ ...nothingYet, rows: [{ row, open: true }] }), host)?.rows[0]?.row).toMatchObject({
    ...{ apps: [{ root: '.', what: 'next', target: null }], pull: null, says: null },
  })
})

it('as many repositories as a survey takes have room in a comment', () => {
  const apps = ['web', 'api', 'jobs'].map((root) => ({ root, what: 'express', target: 'ecr' as const }))
  const existing = [{ what: 'GitHub Actions', role: 'deploy' as const, to: 'heroku' }]
  const rows = Array.from({ length: mostRepositories }, (_, index) => ({
    row: sampleRow(`service-${(index * 7919) % 1000}`, {
      apps,
      existing,
      says: `This looks like package-${index * 31}.`,
    }),
    open: index % 2 === 0,
  }))
  const done = rows.map((_, index) => 812_345_678 + index * 7919)
  const text = packed({ step: 50, done, total: 500, hidden: 0, rows })
  expect(text.length).toBeLessThan(longestProgress / 2)
  expect(withMark('x', { outcome: 'surveying', commands: [1], pull: null, survey: text }).length).toBeLessThan(65_536)
})
