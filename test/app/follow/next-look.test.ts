import { expect, it } from 'vitest'
import { nextLook } from '../../../src/app/follow/first-deployment.ts'
import { followedAt } from './followed-at.ts'

it('pauses grow, and end after two hours', () => {
  const pauses: number[] = []
  const next = () => nextLook([followedAt('under way')], pauses.length)
  for (let pause = next(); pause !== null; pause = next()) pauses.push(pause)
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  const minutes = pauses.reduce((sum, pause) => sum + pause, 0) / 60
  expect(minutes).toBeGreaterThan(115)
  expect(minutes).toBeLessThanOrEqual(120)
})

it('nothing is looked at again once everything came to an end', () => {
  expect(nextLook([followedAt('in service'), followedAt('failed')], 0)).toBeNull()
  expect(nextLook([followedAt('in service'), followedAt('under way')], 0)).not.toBeNull()
  expect(nextLook([], 0)).toBeNull()
})
