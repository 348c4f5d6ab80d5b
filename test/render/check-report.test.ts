import { describe, expect, it } from 'vitest'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

function reportOf(name: string, lang: 'en' | 'ja' = 'en', remove = false) {
  const tree = treeOfFolder(new URL(`../repos/${name}`, import.meta.url).pathname)
  const outcome = propose(tree, sampleContext({ repository: { name }, request: { lang, remove } }))
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  return { ...outcome.check, files: outcome.files }
}

describe('the check on the pull request', () => {
  it('draws the apps and where they go, and the way of a push', () => {
    const { summary, title, files } = reportOf('frontend-and-backend')
    expect(title).toBe(`${files.length} files, checked`)
    expect(summary.match(/```mermaid\nflowchart LR/g)).toHaveLength(2)
    expect(summary).toMatch(/r\["octo-org\/frontend-and-backend"\]/u)
    expect(summary).toMatch(/r --> a0 --> t0/u)
    expect(summary).toContain('<summary>Evidence</summary>')
    for (const { path } of files) expect(summary).toContain(`\`${path}\``)
  })

  it('remarks at the lines that want a second look', () => {
    const { annotations, files } = reportOf('go')
    const lineOf = (path: string, line: number) =>
      files.find((file) => file.path === path)?.content?.split('\n')[line - 1] ?? ''
    const shown = annotations.map(({ path, line, level }) => [level, lineOf(path, line).trim()])
    expect(shown).toContainEqual(['notice', 'id-token: write'])
    expect(shown).toContainEqual(['notice', 'token.actions.githubusercontent.com:sub:'])
    expect(shown).toContainEqual(['warning', '"healthCheckPath": "/",'])
  })

  it('is Japanese where that was asked for', () => {
    expect(reportOf('go', 'ja').title).toMatch(/個のファイルを検証しました/u)
  })

  it('names nobody and takes no names as markup', () => {
    const { summary } = reportOf('hostile')
    expect(summary).not.toMatch(/<(?:script|img)/iu)
    for (const [, label] of summary.matchAll(/\["([^\n]*)"\]/gu)) expect(label).toMatch(/^[\p{L}\p{N} .,:/_()+…-]*$/u)
  })
})
