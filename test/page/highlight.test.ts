import { describe, expect, it } from 'vitest'
import { highlightedLines } from '../../src/page/highlight.ts'

const lines = (path: string, content: string) => highlightedLines(path, content).map(({ markup }) => markup)

describe('highlighted lines', () => {
  it.each([
    ['amplify.yml', 'a: 1\n', '<span class="hljs-attr">a:</span> <span class="hljs-number">1</span>'],
    ['apps/web/Dockerfile', 'FROM node\n', '<span class="hljs-keyword">FROM</span> node'],
    ['notes.txt', 'if <a> & b\n', 'if &lt;a&gt; &amp; b'],
  ])('%s', (path, content, expected) => expect(lines(path, content)).toEqual([expected]))

  it('each line is whole by itself where a token runs over several', () => {
    const found = lines('x.py', '"""one\ntwo\n"""\n')
    expect(found).toHaveLength(3)
    for (const line of found) {
      expect(line.match(/<span/g)?.length).toBe(line.match(/<\/span>/g)?.length)
      expect(line).toContain('hljs-string')
    }
  })

  it('a very long file is shown plain', () => {
    expect(lines('x.yml', `a: ${'x'.repeat(300_000)}`)[0]).not.toContain('<span')
  })
})
