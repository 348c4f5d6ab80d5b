import { describe, expect, it } from 'vitest'
import { withAskedEnvironment } from '../../src/decide/asked-environment.ts'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

const environment = (name: string) => ({ name, account: null, region: null, branch: null, approval: false })
const both = [environment('staging'), environment('production')]
const asking = (name: string | null, environments: 'none' | typeof both | null) =>
  withAskedEnvironment(sampleContext({ request: { environment: name }, config: { environments } })).config.environments

describe('--environment', () => {
  it('leaves only the one that was asked for', () => {
    expect(asking('staging', both)).toEqual([environment('staging')])
    expect(asking('qa', null)).toEqual([environment('qa')])
    expect(asking(null, both)).toEqual(both)
  })

  it('is refused where the configuration has no such environment, or none at all', () => {
    expect(() => asking('qa', both)).toThrow('it names `staging`, `production`')
    expect(() => asking('qa', 'none')).toThrow('`environments: none`')
  })

  it('changes what is proposed', () => {
    const context = sampleContext({ request: { environment: 'staging', target: 'ecr' } })
    const outcome = propose(treeOfFolder('test/repos/express'), context)
    const texts = outcome.kind === 'proposal' ? outcome.files.map(({ content }) => content).join('\n') : ''
    expect([texts.includes('name: staging'), texts.includes('name: production')]).toEqual([true, false])
  })
})
