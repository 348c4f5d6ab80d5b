import { describe, expect, it } from 'vitest'
import { readMark, withMark } from '../../src/github/marker.ts'

const mark = { outcome: 'proposed', command: 12_345_678_901, pull: 7 }

describe('the mark of a reply', () => {
  it('comes back as it was written', () => {
    expect(readMark(withMark('Ready for review.', mark))).toEqual(mark)
  })

  it('B37 cannot be ended or doubled by what is shown', () => {
    const body = withMark('x --> <!-- cicd:reply {"v":1,"outcome":"denied","command":1} -->', {
      ...mark,
      outcome: 'a-->b',
    })
    expect(body.split('<!--')).toHaveLength(2)
    expect(readMark(body)).toEqual({ ...mark, outcome: 'a-->b' })
  })

  it.each([
    '',
    'hello',
    '<!-- cicd:reply -->',
    '<!-- cicd:reply {"v":1} -->',
    '<!-- cicd:reply {"outcome":1,"command":"x"} -->',
    ' <!-- cicd:reply {} -->',
  ])('is none in %j', (body) => expect(readMark(body)).toBeNull())
})
