import { describe, expect, it } from 'vitest'
import { merge } from '../../src/config/merge.ts'
import { readConfig } from '../../src/config/read.ts'

/** What holds for a repository with this file in an organisation with that one. */
function merged(organisation: string | null, repository: string | null) {
  const above = organisation === null ? null : readConfig(organisation, 'organisation')
  const own = repository === null ? null : readConfig(repository, 'repository')
  expect([above?.faults ?? [], own?.faults ?? []]).toEqual([[], []])
  return merge(above?.said ?? null, own?.said ?? null)
}

describe('the repository over the organisation', () => {
  it('takes each key from the nearest file that says it', () => {
    const { config } = merged('lang: ja\nregion: ap-northeast-1', 'region: eu-central-1')
    expect(config).toMatchObject({ lang: 'ja', region: 'eu-central-1', notes: [] })
  })

  it('takes the schedule of upgrades from the nearest file, and is off without one', () => {
    const weekly = 'upgrade:\n  schedule: weekly'
    expect(merged(weekly, null).upgrade).toEqual({ schedule: 'weekly' })
    expect(merged(weekly, 'upgrade:\n  schedule: off').upgrade).toEqual({ schedule: 'off' })
    expect(merged(`${weekly}\nlock: [upgrade]`, 'upgrade:\n  schedule: off').upgrade).toEqual({ schedule: 'weekly' })
    expect(merged(null, 'lang: ja').upgrade).toEqual({ schedule: 'off' })
  })

  it('takes apps by their folder', () => {
    const above = 'apps:\n  - path: .\n    target: amplify\n  - path: api\n    target: ecr'
    const { config } = merged(above, 'apps:\n  - path: .\n    target: ecr')
    expect(config.apps.map(({ path, target }) => `${path} ${target}`)).toEqual(['. ecr', 'api ecr'])
  })

  it('takes the list of environments from the repository, and what it leaves open of one from the organisation', () => {
    const above = 'environments:\n  - name: production\n    account: "111111111111"\n    approval: true\n  - name: qa'
    expect(merged(above, 'environments:\n  - name: production\n    branch: release').config.environments).toEqual([
      { name: 'production', account: '111111111111', region: null, branch: 'release', approval: true },
    ])
    expect(merged(above, 'environments: none').config.environments).toBe('none')
    expect(merged(above, null).config.environments).toHaveLength(2)
  })
})

describe('what an organisation locks', () => {
  it('is taken from its file alone, and the repository is told so', () => {
    const { config } = merged('lock: [region, lang]\nregion: ap-northeast-1', 'region: us-east-1')
    expect(config).toMatchObject({ region: 'ap-northeast-1', lang: null })
    expect(config.notes).toEqual([
      "`region` of this repository's configuration does not count: the organisation has locked it",
    ])
  })

  it('holds even where the organisation says nothing of it', () => {
    expect(merged('lock: [environments]', 'environments: none').config.environments).toBeNull()
    expect(merged('lock: [commanders]', 'commanders:\n  role: admin').commanders).toBeNull()
  })
})

describe('commanders', () => {
  it.each([
    ['role: maintain', 'role: write', { role: 'maintain', ids: null }],
    ['role: write', 'role: admin', { role: 'admin', ids: null }],
    ['ids: [1, 2]', 'ids: [2, 3]', { role: 'write', ids: [2] }],
    ['ids: [1]', 'ids: [2]', { role: 'write', ids: [] }],
    ['ids: [1]', 'role: maintain', { role: 'maintain', ids: [1] }],
    ['role: admin', 'ids: [2]', { role: 'admin', ids: [2] }],
  ])('B26 organisation %j and repository %j: both hold', (above, own, expected) => {
    expect(merged(`commanders:\n  ${above}`, `commanders:\n  ${own}`).commanders).toEqual(expected)
  })

  it('are everyone with write access where neither file names any', () => {
    expect(merged('lang: ja', 'lang: en').commanders).toBeNull()
  })
})

describe('roles in AWS', () => {
  const role = 'arn:aws:iam::111111111111:role/slipway'
  const above = `region: ap-northeast-1\nenvironments:\n  - name: production\n    aws: { role: "${role}", externalId: acme }`

  it('come from the organisation, for the environments that the repository has', () => {
    const expected = { environment: 'production', account: '111111111111', role, externalId: 'acme' }
    expect(merged(above, null).roles).toEqual([{ ...expected, region: 'ap-northeast-1' }])
    const own = 'environments:\n  - name: production\n    region: us-east-1\n  - name: staging'
    expect(merged(above, own).roles).toEqual([{ ...expected, region: 'us-east-1' }])
    expect(merged(above, 'environments:\n  - name: other').roles).toEqual([])
    expect(merged(above, 'environments: none').roles).toEqual([])
  })

  it('do not follow an environment that a repository moves to another account', () => {
    const { roles, config } = merged(above, 'environments:\n  - name: production\n    account: "222222222222"')
    expect(roles).toEqual([])
    expect(config.notes).toEqual([
      'the environment `production` is not in the account of its role, so the role is not used',
    ])
  })

  it('never come from a repository: the key is a mistake there, and its value is not read', () => {
    const own = readConfig(`environments:\n  - name: production\n    aws: { role: "${role}" }`, 'repository')
    expect(own.faults).toHaveLength(1)
    expect(merge(null, own.said).roles).toEqual([])
  })
})
