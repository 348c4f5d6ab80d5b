import { expect, it } from 'vitest'
import { calledAs } from '../../src/settings/called-as.ts'

it('the next command begins as this one did', () => {
  expect(calledAs({ npm_lifecycle_event: 'slipway', npm_command: 'run-script' })).toBe('npm run -s slipway --')
  expect(calledAs({ npm_command: 'exec', npm_lifecycle_event: 'npx' })).toBe('npx slipway')
  expect(calledAs({})).toBe('slipway')
})
