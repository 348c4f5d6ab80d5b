import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { treeOfFolder } from '../tree-of.ts'
import { deliverablesOf, repositories } from './deliverables.ts'
import { englishInText } from './english-in-text.ts'

const repos = new URL('../repos/', import.meta.url).pathname

/** What a page or a product is called, in any language. */
const names: ReadonlySet<string> = new Set(['Restart from Stage'])

describe('what people read of a repository in Japanese', () => {
  it.each(repositories)('%s: holds no English sentence, and files are the same in both languages', (name) => {
    const quoted = [...treeOfFolder(join(repos, name)).files.values()].join('\n')
    const japanese = deliverablesOf(name, 'ja')
    const found = japanese.flatMap(({ of, texts }) =>
      texts().flatMap((text) => englishInText(text, quoted).map((phrase) => `${of}: ${phrase}`)),
    )
    expect([...new Set(found)].filter((one) => ![...names].some((known) => one.endsWith(`: ${known}`)))).toEqual([])
    const files = (of: typeof japanese) => of.map((one) => [one.of, one.files])
    expect(files(japanese)).toEqual(files(deliverablesOf(name, 'en')))
  })
})

describe('it sees', () => {
  it.each([
    ['デプロイします。The first deployment takes ten minutes.', ['The first deployment takes ten minutes.']],
    ['`the code of the app` と https://example.com/to/the/page', []],
    ['*My app is a monorepo* を選びます', []],
    ['| 行 | this is what it says |', ['this is what it says']],
    [
      '<!doctype html><p>Merging adds <code>a</code> to the branch of this</p>',
      ['Merging adds   to the branch of this'],
    ],
  ])('%s', (text, phrases) => {
    expect(englishInText(text, '')).toEqual(phrases)
  })

  it('what the repository says itself is no text of ours', () => {
    expect(englishInText('E1 | this is what it says', '// this is what it says')).toEqual([])
  })
})
