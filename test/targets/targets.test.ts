import { expect, it } from 'vitest'
import { targetIds } from '../../src/command/flags/target.ts'
import { targets } from '../../src/targets.ts'

it('every target can be asked for, in the order of the ladder', () => {
  expect(targetIds).toEqual(targets.map(({ id }) => id))
})
