import { describe, expect, it } from 'vitest'
import { chooseApp } from '../../src/decide/choose-app.ts'
import type { Settled } from '../../src/decide/settled.ts'
import { type ContextParts, sampleApp, sampleContext } from '../sample-app.ts'

const server = sampleApp()

describe('why a target that would do was not chosen', () => {
  const over = (given: ContextParts, settled: Settled = new Map()) =>
    chooseApp(server, sampleContext(given), settled).rejected.find(({ possible }) => possible)?.because

  it.each([
    ['another comes first', {}, 'App Runner comes first.'],
    ['another was asked for', { request: { target: 'ecr' } }, 'Amazon ECS (ECR) was asked for.'],
  ] as const)('%s', (_, given, says) => {
    expect(over(given)?.endsWith(says)).toBe(true)
  })

  it('another is set up already', () => {
    expect(over({}, new Map([['.', { target: 'ecr', ci: null }]]))).toMatch(
      /It is set up with Amazon ECS \(ECR\) already\.$/,
    )
  })
})
