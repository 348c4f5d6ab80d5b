import { describe, expect, it } from 'vitest'
import { planPage } from '../src/page.ts'
import { sampleView } from './page/sample-view.ts'
import { viewOf } from './page/view-of.ts'

const expected = (name: string) => new URL(`./expected/pages/${name}.html`, import.meta.url).pathname

describe('the page about a plan', () => {
  it.each(['en', 'ja'] as const)('is the same each time, in %s', async (lang) => {
    const page = planPage(sampleView(lang))
    await expect(page).toMatchFileSnapshot(expected(lang))
    expect(planPage(sampleView(lang))).toBe(page)
  })

  it('takes names from a repository as text', () => {
    expect(planPage(viewOf('hostile'))).not.toMatch(/<(?:script|img|b|svg on)\b/iu)
  })

  it('asks for nothing from anywhere and runs nothing', () => {
    const page = planPage(viewOf('frontend-and-backend'))
    expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(/iu)
    expect(page).toContain("default-src 'none'")
  })

  it('shows a question with its answers', () => {
    const view = viewOf('express')
    const question = { text: 'Which of `a` and `b`?', choices: ['/cicd setup --path=a', '/cicd setup --path=b'] }
    const page = planPage({ ...view, outcome: { ...view.outcome, kind: 'ask', question } })
    expect(page).toContain('Which of <code>a</code> and <code>b</code>?')
    expect(page).toContain('/cicd setup --path=a\n/cicd setup --path=b')
  })

  it('shows a changed file as a difference', () => {
    const view = viewOf('express')
    if (view.outcome.kind !== 'proposal') throw new Error(view.outcome.kind)
    const [file] = view.outcome.files
    const changed = { ...file, path: 'x.yml', action: 'update', content: 'a: 1\nb: 3\n' } as const
    const page = planPage({
      ...view,
      before: new Map([['x.yml', 'a: 1\nb: 2\n']]),
      outcome: { ...view.outcome, files: [changed] },
    })
    expect(page).toMatch(/<tr class="del"><td class="n">2<\/td><td class="n"><\/td>/u)
    expect(page).toMatch(/<tr class="add"><td class="n"><\/td><td class="n">2<\/td>/u)
    expect(page).toContain('+1</span>')
  })

  it('says that a repository has no commits', () => {
    const view = viewOf('library')
    expect(planPage({ ...view, outcome: { ...view.outcome, commit: null } })).toContain('has no commits yet')
  })
})
