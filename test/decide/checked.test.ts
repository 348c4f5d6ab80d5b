import { expect, it } from 'vitest'
import { checked } from '../../src/decide/checked.ts'

const file = (content: string) => ({ path: '.github/workflows/ci.yml', mode: '100644', content, purpose: '' }) as const

it('G60 stops a generated file that breaks a rule, and names the rule', () => {
  const bad = file(
    'name: CI\non: [push]\npermissions: {}\njobs: {a: {permissions: {}, timeout-minutes: 5, steps: [{uses: actions/checkout@v4}]}}\n',
  )
  expect(() => checked([bad])).toThrow(/ci\.yml": pins: job a, step 1 uses actions\/checkout@v4/)
})

it('G60 lets the rest pass', () => {
  const good = file(
    'name: CI\non: [push]\npermissions: {}\njobs: {a: {permissions: {}, timeout-minutes: 5, steps: [{run: make}]}}\n',
  )
  expect(checked([good])).toEqual([good])
})
