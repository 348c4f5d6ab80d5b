import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/read.ts'
import { type ConfigMistakes, configOf, defaultConfig } from '../../src/config.ts'
import type { Tree } from '../../src/model.ts'

const read = (text: string) => readConfig(text, 'repository')
const faults = (text: string, level: 'repository' | 'organisation' = 'repository') =>
  readConfig(text, level).faults.map(({ line, column, message }) => `${line}:${column} ${message}`)

/** Exactly one fault: this one. */
function expectFault(found: readonly string[], expected: string | RegExp): void {
  expect(found).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)])
}

describe('a configuration', () => {
  it('is read to the last key', () => {
    const text = `# who deploys what
version: 1
lang: ja
region: ap-northeast-1
apps:
  - path: ./apps/web/
    target: amplify
  - path: apps/api
    target: ecr
    ci: github-actions
environments:
  - name: staging
    account: 012345678901
    branch: develop
  - name: production
    region: us-east-1
    approval: true
    subnets: [subnet-0123abcd, subnet-4567ef01]
commanders:
  role: maintain
  ids: [123, 456]
upgrade:
  schedule: weekly
`
    expect(read(text)).toEqual({
      said: {
        lang: 'ja',
        region: 'ap-northeast-1',
        apps: [
          { path: 'apps/web', target: 'amplify', ci: null },
          { path: 'apps/api', target: 'ecr', ci: 'github-actions' },
        ],
        environments: [
          {
            ...{ name: 'staging', account: '012345678901', region: null, branch: 'develop' },
            ...{ approval: null, subnets: null, aws: null },
          },
          {
            ...{ name: 'production', account: null, region: 'us-east-1', branch: null, approval: true, aws: null },
            subnets: ['subnet-0123abcd', 'subnet-4567ef01'],
          },
        ],
        commanders: { role: 'maintain', ids: [123, 456] },
        accounts: null,
        upgrade: { schedule: 'weekly' },
        lock: null,
      },
      faults: [],
    })
  })

  it('may be empty, or say that there are no environments', () => {
    const nothing = { lang: null, region: null, apps: null, environments: null, commanders: null, lock: null }
    expect(read('')).toEqual({ said: { ...nothing, accounts: null, upgrade: null }, faults: [] })
    expect(read('environments: none\n').said.environments).toBe('none')
  })
})

describe('faults', () => {
  it('B41 names unknown keys with their place and the nearest key, and reads the rest', () => {
    const text = 'version: 1\nregoin: us-east-1\nlang: ja\napps:\n  - path: .\n    taget: ecr\n'
    expect(faults(text)).toEqual([
      '2:1 `regoin` is not known: did you mean `region`? Known are `version`, `lang`, `region`, `apps`, `environments`, `commanders`, `accounts`, `upgrade`, `lock`',
      '6:5 `taget` is not known: did you mean `target`? Known are `path`, `target`, `ci`, `securityHeaders`',
    ])
    expect(read(text).said).toMatchObject({ lang: 'ja', apps: [{ path: '.' }] })
  })

  it.each([
    ['version: 2', '1:10 the only version is 1'],
    ['lang: de', '1:7 this language is not known: one of `en`, `ja`'],
    ['lang: [ja]', '1:7 a text is expected here'],
    ['apps:\n  path: .', '2:3 a list is expected here (lines that begin with `-`)'],
    ['apps: []', '1:7 the list is empty: fill it, or leave it out'],
    ['apps:\n  - target: ecr', '2:5 `path` is missing'],
    ['apps:\n  - path: .\n    target: amplfy', /^3:13 this target is not known: did you mean `amplify`\? one of /u],
    [
      'apps:\n  - path: ../other',
      '2:11 the path leads upwards with `..`: write a folder of this repository, such as `apps/web`, or `.` for its root',
    ],
    ['apps:\n  - path: "a\u200bb"', /^2:13 the path holds U\+200B \(zero width space\)/u],
    ['region: Tokyo', '1:9 this region is not valid: for example `ap-northeast-1`'],
    [
      'environments:\n  - name: staging\n    account: 12345',
      '3:14 this AWS account is not valid: for example `012345678901`',
    ],
    ['environments:\n  - name: staging\n    approval: maybe', '3:15 true or false is expected here'],
    ['environments:\n  - name: a\n    branch: "a b"', '3:14 this branch is not valid: for example `main`'],
    [
      'commanders:\n  ids: [octocat]',
      '2:9 the number of an account is expected here (https://api.github.com/users/NAME shows it as `id`)',
    ],
    ['commanders:\n  ids: []', '2:8 the list is empty: fill it, or leave it out'],
    ['- a\n- b', '1:1 a mapping is expected here (`key: value`)'],
    ['lang: ja\n  region: x', /^1:7 this is not valid YAML: the next line is indented/u],
    ['lang: ja\nlang: en', '2:1 this is not valid YAML: this key is there twice'],
    ['apps:\n\t- path: .', /^2:1 this is not valid YAML: indent with spaces, not with tabs/u],
    ['upgrade: {}', '1:10 `schedule` is missing'],
    ['upgrade:\n  schedule: daily', /^2:13 this schedule is not known/u],
    ['lock: [region]', /^1:1 `lock` counts in the organisation's configuration only/u],
    [
      'environments:\n  - name: a\n    aws:\n      role: arn:aws:iam::012345678901:role/x',
      /^3:5 `aws` counts in the organisation's/u,
    ],
  ])('%j is %s', (text, expected) => expectFault(faults(text), expected))

  it.each([
    ['lock: [regoin]', /^1:8 this key is not known: did you mean `region`\?/u],
    ['environments:\n  - name: a\n    aws: { externalId: x1 }', /^3:10 `role` is missing/u],
    ['environments:\n  - name: a\n    aws: { role: admin }', /^3:18 this role is not valid: for example `arn:/u],
    [
      'environments:\n  - name: a\n    account: 111111111111\n    aws: { role: "arn:aws:iam::222222222222:role/x" }',
      /^2:5 the role lies in account 222222222222, the environment in 111111111111/u,
    ],
  ])('of an organisation: %j is %s', (text, expected) => expectFault(faults(text, 'organisation'), expected))

  it('B45 refuses hostile files in bounded time', () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*a, *a]`).join('\n')}`
    expect(faults(bomb)).toEqual(['2:10 aliases are not used here; write the value again'])
    expect(faults('lang: "'.padEnd(1_000_000, 'x'))).toEqual(['1:1 the file is longer than 32000 characters'])
    expect(faults('['.repeat(31_000))).toHaveLength(1)
    expect(faults(`${'- '.repeat(15_000)}a`)).toHaveLength(1)
    expect(faults('__proto__:\n  lang: ja\nconstructor: x')).toHaveLength(2)
    expect(read('__proto__:\n  lang: ja').said.lang).toBe(null)
    expect(Object.keys({}.constructor.prototype)).toEqual([])
  })

  it('shows a hostile key inert', () => {
    expect(faults('"@octo/team <!-- `x`": 1')[0]).toMatch(/^1:1 `\?octo\?team \?\?-- \?x\?` is not known/u)
  })
})

describe('the configuration of a repository', () => {
  const tree = (files: Record<string, string>, skipped: Tree['skipped'] = []): Tree => ({
    commit: 'c'.repeat(40),
    entries: [],
    files: new Map(Object.entries(files)),
    skipped,
    bases: new Map(),
    unlisted: [],
  })

  it('is the default where there is none', () => {
    expect(configOf(null)).toEqual({ config: defaultConfig, commanders: null, roles: [], upgrade: { schedule: 'off' } })
    expect(configOf(tree({}))).toEqual({
      config: defaultConfig,
      commanders: null,
      roles: [],
      upgrade: { schedule: 'off' },
    })
  })

  it('stops with all mistakes, or where it could not be read', () => {
    expect(() => configOf(tree({ '.github/cicd.yml': 'lang: de\nregoin: x' }))).toThrow(
      /line 1, column 7: .*\n- line 2, column 1: /u,
    )
    const skipped = [{ path: '.github/cicd.yml', why: 'symlink' as const }]
    expect(() => configOf(tree({}, skipped))).toThrow('line 1, column 1: the file is a symlink')
  })

  it('names the mistakes of both files, each by its own name', () => {
    try {
      configOf(tree({ '.github/cicd.yml': 'lang: de' }), 'lock: [x]')
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ files: [{ level: 'organisation' }, { level: 'repository' }] } satisfies Partial<
        Record<keyof ConfigMistakes, unknown>
      >)
      expect(String(error)).toMatch(/of the organisation \(repository `\.github`\) has mistakes/u)
    }
  })
})
