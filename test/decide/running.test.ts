import { describe, expect, it } from 'vitest'
import { choose } from '../../src/decide/choose.ts'
import type { ExistingResource, Survey } from '../../src/model.ts'
import { sampleApp, sampleContext } from '../sample-app.ts'

const survey: Survey = {
  apps: [sampleApp({ dockerfile: null })],
  existing: [],
  notes: [],
  other: null,
  looked: [],
  question: null,
}
const running = (given: Partial<ExistingResource>): ExistingResource => ({
  ...{ target: 'ecr', what: 'ECS Express service', name: 'shop', id: 'arn', root: null, branch: null, url: null },
  ...given,
})

describe('what the account runs already', () => {
  it('is gone on with, and said', () => {
    const context = sampleContext({ aws: { appRunnerCustomer: true, existing: [running({})] } })
    const { choices, notes } = choose(survey, context)
    expect(choices).toMatchObject([{ target: 'ecr', because: expect.stringContaining('ECS Express service `shop`') }])
    expect(notes).toEqual([])
    expect(choose(survey, sampleContext({ aws: { appRunnerCustomer: true } })).choices).toMatchObject([
      { target: 'apprunner' },
    ])
  })

  it('G46 is named where something else was asked for, since both would deliver', () => {
    const service = running({ target: 'apprunner', what: 'App Runner service', name: 'by-hand', root: '.' })
    const context = sampleContext({ aws: { appRunnerCustomer: true, existing: [service] }, request: { target: 'ecr' } })
    const { choices, notes } = choose(survey, context)
    expect(choices).toMatchObject([{ target: 'ecr' }])
    expect(notes.join('\n')).toContain('App Runner service `by-hand`')
  })

  it('counts for nothing where it is a repository of images, or of another app', () => {
    const existing = [running({ what: 'ECR repository' }), running({ name: 'other' }), running({ root: 'apps/api' })]
    const { choices } = choose(survey, sampleContext({ aws: { appRunnerCustomer: true, existing } }))
    expect(choices).toMatchObject([{ target: 'apprunner' }])
  })
})
