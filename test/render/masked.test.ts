import { describe, expect, it } from 'vitest'
import { masked, maskedLines, quoted } from '../../src/render/masked.ts'

describe('foreign words about AWS', () => {
  it('hold no number of an account, no key and no signature', () => {
    const words =
      'arn:aws:iam::111122223333:role/a AKIAIOSFODNN7EXAMPLE https://s3.example/log?X-Amz-Credential=ASIAX%2F1&X-Amz-Signature=abc123'
    for (const shown of [masked(words), ...maskedLines([words]), quoted([words])]) {
      expect(shown).not.toMatch(/111122223333|AKIAIOSFODNN7EXAMPLE|ASIAX|abc123/u)
      expect(shown).toContain('role/a')
    }
  })

  it('are no markup in a block, whatever they hold, and cut to what a comment can bear', () => {
    const shown = quoted(['a ``` b\n# @team <!-- x -->', 'y'.repeat(10_000), '  ', '\u001b[31mred\u202e'])
    expect(shown.split('\n')).toEqual(['````text', 'a ``` b # @team <!-- x -->', 'y'.repeat(300), '[31mred', '````'])
  })

  it('are plain words in a sentence', () => {
    expect(masked('no <b> for @team ![x](y)')).not.toMatch(/<b>|@team|!\[/u)
  })
})
