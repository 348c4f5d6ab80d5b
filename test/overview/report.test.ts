import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import type { Overview } from '../../src/overview/overview.ts'
import { overviewReport, progressReport } from '../../src/overview/report.ts'
import { rowKinds } from '../../src/overview/row.ts'
import { textsIn } from '../../src/text.ts'
import { sampleOverview, sampleRow } from './sample-overview.ts'

const texts = textsIn('en')

it.each(['en', 'ja'] as const)('one of each kind in %s', async (lang) => {
  const report = overviewReport(sampleOverview(), textsIn(lang))
  await expect(report).toMatchFileSnapshot(`../expected/overview/${lang}.md`)
})

it('every kind is shown', () => {
  const report = overviewReport(sampleOverview(), texts)
  expect(sampleOverview().rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...rowKinds]))
  for (const kind of rowKinds) expect(report).toContain(`${texts.survey.kinds[kind]} (`)
})

it('B37 nothing of foreign origin is a link, markup, a mention or a mark', async () => {
  const overview = sampleOverview()
  const kinds = ['setup', 'question', 'update', 'checks', 'done'] as const
  // What a row says is Markdown of the core, which may hold links of its own.
  const says = null
  const rows = kinds.flatMap((kind) => overview.rows.slice(-1).map((row) => ({ ...row, kind, says })))
  const report = overviewReport({ ...overview, rows }, texts)
  const page = await marked.parse(report)
  expect(page.match(/<a |<img|<!--/gu)).toBeNull()
  expect(page.match(/<table>/gu)).toHaveLength(kinds.length)
  // Outside of code GitHub looks for names of people.
  expect(page.replaceAll(/<code>.*?<\/code>/gu, '')).not.toContain('@acme')
  for (const [row = ''] of page.matchAll(/<tr>.*?<\/tr>/gsu)) expect(row).toMatch(/Repository|acme\/owners/u)
})

/** As many repositories as one survey takes, with long names and much to say. */
function many(count: number, given: Partial<Overview> = {}): Overview {
  const kinds = rowKinds.length
  const rows = Array.from({ length: count }, (_, index) =>
    sampleRow(`a-repository-with-a-rather-long-name-${String(index).padStart(4, '0')}`, {
      kind: rowKinds[index % kinds] ?? 'setup',
      commands: ['/cicd setup'],
      apps: ['web', 'api', 'jobs'].map((root) => ({ root, what: 'express', target: 'ecr' })),
      existing: [{ what: 'GitHub Actions', role: 'deploy', to: 'heroku' }],
      says: 'Something that takes a line or two to say, as reasons do. '.repeat(3),
    }),
  )
  return sampleOverview({ rows, ...given })
}

describe('the limit of a comment', () => {
  it.each(['en', 'ja'] as const)('500 repositories fit in %s, and each is named', (lang) => {
    const report = overviewReport(many(500), textsIn(lang))
    expect(report.length).toBeLessThanOrEqual(64_000)
    expect(report).toContain(textsIn(lang).survey.shorter)
    for (const { name } of many(500).rows) expect(report).toContain(name)
  })

  it('what there is nothing to do about is shortened first', () => {
    const report = overviewReport(many(260), texts)
    expect(report.length).toBeLessThanOrEqual(64_000)
    expect(report).toMatch(/#### Needs a set-up \(\d+\)\n\n\| Repository \| Apps \|/u)
    expect(report).toMatch(/<summary>Nothing to do \(\d+\)<\/summary>\n\n\[a-repository/u)
  })

  it('where even names find no room, those come first that wait for somebody, and the rest is counted', () => {
    const report = overviewReport(many(100), texts, 6000)
    expect(report.length).toBeLessThanOrEqual(6000)
    expect(report).toMatch(/Needs a set-up: \*\*12\*\*/u)
    const more = Number(/(\d+) more found no room/u.exec(report)?.[1])
    expect(more).toBeGreaterThan(0)
    expect(report.match(/\[a-repository/gu)).toHaveLength(100 - more)
    expect(report).not.toContain('Could not be looked at (')
  })
})

describe('what was left out', () => {
  const leftOut = { archived: 0, forks: 0, hidden: 0, beyond: true, unlooked: 3 }
  it('is said', () => {
    const report = overviewReport(sampleOverview({ leftOut, audience: 'public' }), texts)
    expect(report).toContain('Only the first 500 by name were looked at')
    expect(report).toContain('3 repositories were not looked at')
    expect(report).toContain('private repositories are not listed')
    expect(report).not.toContain('Left out')
  })
  it('is said where nothing is left', () => {
    expect(overviewReport(sampleOverview({ rows: [] }), texts)).toMatch(
      /^There is no repository to look at\.\n\nLeft out/u,
    )
  })
})

it('the script takes names as they are for the shell, and a host where it is not github.com', () => {
  const rows = ['a', 'b'].map((name) => sampleRow(name, { url: `https://ghe.example.com/acme/${name}` }))
  const report = overviewReport(sampleOverview({ rows }), texts)
  expect(report).toContain('for repository in ghe.example.com/acme/a ghe.example.com/acme/b; do')
})

it('progress in both languages', () => {
  expect(progressReport(23, 80, texts)).toContain('**23 of 80**')
  expect(progressReport(23, 80, textsIn('ja'))).toContain('**80 件中 23 件**')
})
