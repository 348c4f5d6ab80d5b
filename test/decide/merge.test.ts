import fc from 'fast-check'
import { expect, it } from 'vitest'
import { merge } from '../../src/decide/merge.ts'

const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))

it('what only one side changed is taken, whole', () => {
  fc.assert(
    fc.property(texts, texts, (base, other) => {
      expect(merge(base, other, base)).toEqual({ kind: 'clean', content: other })
      expect(merge(base, base, other)).toEqual({ kind: 'clean', content: other })
      expect(merge(base, other, other)).toEqual({ kind: 'clean', content: other })
    }),
  )
})

it('a line that a person added is never lost by a clean merge', () => {
  fc.assert(
    fc.property(texts, texts, texts, (base, yours, template) => {
      const mine = `${yours}\nMINE`
      const merged = merge(base, mine, template)
      if (merged.kind === 'clean') expect(merged.content.split('\n')).toContain('MINE')
    }),
  )
})
