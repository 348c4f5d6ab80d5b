import { describe, expect, it } from 'vitest'
import { writeBudget } from '../../src/github/write-budget.ts'

const hour = 3_600_000

describe('B64 the budget of writes', () => {
  it('lets so many through in an hour, then makes each wait for the oldest to pass', () => {
    let now = 0
    const budget = writeBudget(3, () => now)
    expect([budget.take('1'), budget.take('1'), budget.take('1')]).toEqual([0, 0, 0])
    now = 1000
    expect([budget.take('1'), budget.take('1')]).toEqual([hour - 1000, hour - 1000])
    now = hour + 1
    expect([budget.take('1'), budget.take('1')]).toEqual([0, hour - 1])
    now = 3 * hour
    expect(budget.take('1')).toBe(0)
  })

  it('is counted for each installation alone', () => {
    const budget = writeBudget(1, () => 0)
    expect([budget.take('1'), budget.take('2'), budget.take('1')]).toEqual([0, 0, hour])
  })

  it('never lets more than so many through in any hour, whatever comes', () => {
    let now = 0
    const budget = writeBudget(450, () => now)
    const goes: number[] = []
    for (let index = 0; index < 3000; index += 1) {
      now += 700
      goes.push(now + budget.take('1'))
    }
    for (const [index, at] of goes.entries()) {
      const before = goes[index - 450]
      if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(hour)
    }
  })
})
