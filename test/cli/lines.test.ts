import { describe, expect, it } from 'vitest'
import { type Line, printLines } from '../../src/cli/lines.ts'
import { type Paint, plain } from '../../src/cli/paint.ts'
import { padded, widthOf } from '../../src/cli/width.ts'

const marked: Paint = (style, text) => `<${style}>${text}</>`
const line = (hang: number, ...parts: Line['parts']): Line => ({ parts, hang })

describe('lines of a terminal', () => {
  it('are as long as they are where there is no terminal', () => {
    const long = 'word '.repeat(50)
    expect(printLines([line(4, long)], plain, null)).toBe(`${long}\n`)
  })

  it('are broken between words, and go on below where they began', () => {
    const text = 'label  one two three four five six seven eight nine'
    expect(printLines([line(7, text)], plain, 40)).toBe('label  one two three four five six seven\n       eight nine\n')
  })

  it('are broken between Japanese characters, never within katakana, never before a full stop', () => {
    const [first = '', second = ''] = printLines(
      [line(2, 'このリポジトリを読み、実際の構成にあったデリバリーパスを選びます。')],
      plain,
      42,
    ).split('\n')
    expect([first, second]).toEqual(['このリポジトリを読み、実際の構成にあった', '  デリバリーパスを選びます。'])
    expect(widthOf(first)).toBeLessThanOrEqual(42)
    const full = '一二三四五六七八九十一二三四五六七八九十。'
    expect(printLines([line(0, full)], plain, 40)).toBe('一二三四五六七八九十一二三四五六七八九\n十。\n')
  })

  it('keep their style on both sides of a break, and a style takes no columns', () => {
    expect(printLines([line(2, ['dim', `${'a'.repeat(30)} ${'b'.repeat(20)}`])], marked, 40)).toBe(
      `<dim>${'a'.repeat(30)}</>\n  <dim>${'b'.repeat(20)}</>\n`,
    )
  })

  it('show no control character of a foreign text, and still have their colours', () => {
    expect(printLines([line(0, ['bold', 'a\u001b[31mb'], '\u202ec\u0007')], marked, null)).toBe(
      '<bold>a\ufffd[31mb</>\ufffdc\ufffd\n',
    )
  })

  it('are left to the terminal where it is too narrow', () => {
    const text = 'a '.repeat(30).trim()
    expect(printLines([line(13, text)], plain, 30)).toBe(`${text}\n`)
  })
})

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['根拠', 4],
    ['ポート', 6],
    ['→ …', 3],
    ['e\u0301', 1],
    ['🚀', 2],
    ['（一）', 6],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
  it('columns line up, whatever the language', () => {
    expect([padded('seen', 8), padded('不採用', 8)].map(widthOf)).toEqual([8, 8])
    expect(padded('longer than that', 8)).toBe('longer than that')
  })
})
