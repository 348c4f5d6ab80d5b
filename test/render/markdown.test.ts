import { describe, expect, it } from 'vitest'
import { cell, code, inert, tame } from '../../src/render/markdown.ts'

describe('B37 foreign text in Markdown', () => {
  it('is shown inert as a code span', () => {
    expect(code('a`b``c')).toBe('``` a`b``c ```')
    expect(code('x\n\n<!-- y -->\u202e')).toBe('`x <!-- y -->`')
  })

  it('holds no mention, image, link, HTML or table break as words', () => {
    expect(inert('@org/all ![x](http://e/i.png) [a](b) <img src=x> a|b `code @x` `open')).toBe(
      '@&#8203;org/all !\\[x\\](http:\\//e/i.png) \\[a\\](b) &lt;img src=x> a\\|b `code @x` \\`open',
    )
  })

  it('keeps links in our own text and takes the rest', () => {
    expect(tame('see [docs](https://x) @all <b> `@ok <b>`')).toBe('see [docs](https://x) @&#8203;all &lt;b> `@ok <b>`')
    expect(cell('a|b `c|d` e\\|f')).toBe('a\\|b `c\\|d` e\\|f')
  })
})
