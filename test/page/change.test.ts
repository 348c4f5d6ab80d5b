import { describe, expect, it } from 'vitest'
import { changeSize, changeTable } from '../../src/page/change.ts'

const text = (count: number, changed: readonly number[]) =>
  Array.from({ length: count }, (_, index) =>
    changed.includes(index + 1) ? `new ${index + 1}` : `line ${index + 1}`,
  ).join('\n')

describe('a change', () => {
  it('counts lines that come and go', () => {
    expect(changeSize(null, 'a\nb\n')).toEqual({ added: 2, removed: 0 })
    expect(changeSize('a\nb\n', null)).toEqual({ added: 0, removed: 2 })
    expect(changeSize('a\nb\n', 'a\nc\nd\n')).toEqual({ added: 2, removed: 1 })
    expect(changeSize('a\n', 'a\n')).toEqual({ added: 0, removed: 0 })
  })

  it('shows the changed places with three lines around them and a gap between', () => {
    const { markup } = changeTable('a.txt', text(40, []), text(40, [5, 30]), 'Content of a.txt')
    expect(markup.match(/class="gap"/g)).toHaveLength(1)
    expect(markup.match(/class="same"/g)).toHaveLength(12)
    expect(markup).toContain('<td class="n"></td><td class="n">30</td><td class="s">+</td><td class="l">new 30</td>')
  })
})
