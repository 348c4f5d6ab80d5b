import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html, visible } from '../../src/page/markup.ts'
import { prose } from '../../src/page/prose.ts'

describe('markup', () => {
  it('takes values as text, lists joined, null as nothing', () => {
    expect(html`<p title="${'a"b'}">${'<b>'}${null}${[1, html`<i>${"'&"}</i>`]}</p>`.markup).toBe(
      '<p title="a&quot;b">&lt;b&gt;1<i>&#39;&amp;</i></p>',
    )
  })

  it('no text leaves the element or the attribute that it stands in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`
        expect(markup.match(/[<>]/g)).toEqual(['<', '>', '<', '>'])
        expect(markup.match(/"/g)).toHaveLength(2)
      }),
    )
  })

  it('shows what nobody would see', () => {
    expect(visible('a\u0000b\u202ec\u200bd\n\te')).toBe('a\uFFFDb\uFFFDc\uFFFDd\n\te')
  })

  it('makes elements of code and emphasis only', () => {
    expect(html`${prose('use `a<b` and **c** [d](e)')}`.markup).toBe(
      'use <code>a&lt;b</code> and <strong>c</strong> [d](e)',
    )
  })
})
