import { describe, expect, it } from 'vitest'
import { answered, isAnswered, readMark, withMark } from '../../src/github/marker.ts'

const mark = { outcome: 'proposed', commands: [12_345_678_901, 5], pull: 7 }

describe('the mark of a reply', () => {
  it('comes back as it was written', () => {
    expect(readMark(withMark('Ready for review.', mark))).toEqual(mark)
    const full = { ...mark, plan: 'p', survey: 's', follows: { commit: 'c', after: 5, ended: true } }
    expect(readMark(withMark('Ready for review.', full))).toEqual(full)
  })

  it('B37 cannot be ended or doubled by what is shown', () => {
    const body = withMark('x --> <!-- cicd:reply {"v":1,"outcome":"denied","commands":[1]} -->', {
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
    '<!-- cicd:reply {"outcome":1,"commands":[]} -->',
    ' <!-- cicd:reply {} -->',
  ])('is none in %j', (body) => expect(readMark(body)).toBeNull())
})

describe('answered commands', () => {
  it('are remembered one by one, so that deliveries may come out of order', () => {
    const later = { ...mark, commands: answered({ ...mark, commands: [10] }, 30) }
    expect([10, 30, 20].map((id) => isAnswered(later, id))).toEqual([true, true, false])
  })

  it('are taken for answered when they are older than what is remembered', () => {
    const commands = Array.from({ length: 30 }, (_, index) => index + 100).reduce<readonly number[]>(
      (before, id) => answered({ ...mark, commands: before }, id),
      [],
    )
    expect(commands).toHaveLength(20)
    expect([isAnswered({ ...mark, commands }, 99), isAnswered({ ...mark, commands }, 130)]).toEqual([true, false])
  })
})
