import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/read.ts'
import { configOf, defaultConfig } from '../../src/config.ts'
import type { Tree } from '../../src/model.ts'

const read = (text: string) => readConfig(text, defaultConfig)
const faults = (text: string) => read(text).faults.map(({ line, message }) => `${line}: ${message}`)

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
commanders:
  role: maintain
  ids: [123, 456]
`
    expect(read(text)).toEqual({
      config: {
        lang: 'ja',
        region: 'ap-northeast-1',
        apps: [
          { path: 'apps/web', target: 'amplify', ci: null },
          { path: 'apps/api', target: 'ecr', ci: 'github-actions' },
        ],
        environments: [
          { name: 'staging', account: '012345678901', region: null, branch: 'develop', approval: false },
          { name: 'production', account: null, region: 'us-east-1', branch: null, approval: true },
        ],
      },
      commanders: { role: 'maintain', ids: [123, 456] },
      faults: [],
    })
  })

  it('may be empty, or say that there are no environments', () => {
    expect(read('')).toEqual({ config: defaultConfig, commanders: null, faults: [] })
    expect(read('environments: none\n').config.environments).toBe('none')
  })
})

describe('faults', () => {
  it('B41 names unknown keys with their line, and reads the rest', () => {
    const text = 'version: 1\nregoin: us-east-1\nlang: ja\napps:\n  - path: .\n    taget: ecr\n'
    expect(faults(text)).toEqual([
      '2: `regoin` is not known; known are `version`, `lang`, `region`, `apps`, `environments`, `commanders`',
      '6: `taget` is not known; known are `path`, `target`, `ci`',
    ])
    expect(read(text).config).toMatchObject({ lang: 'ja', apps: [{ path: '.' }] })
  })

  it.each([
    ['version: 2', '1: the only version is 1'],
    ['lang: de', '1: this language is not known: one of `en`, `ja`'],
    ['lang: [ja]', '1: a text is expected here'],
    ['apps:\n  path: .', '2: a list is expected here (lines that begin with `-`)'],
    ['apps:\n  - target: ecr', '2: `path` is missing'],
    [
      'apps:\n  - path: ../other',
      '2: the path leads upwards with `..`: write a folder of this repository, such as `apps/web`, or `.` for its root',
    ],
    ['region: Tokyo', '1: this region is not valid: for example `ap-northeast-1`'],
    [
      'environments:\n  - name: staging\n    account: 12345',
      '3: this AWS account is not valid: for example `012345678901`',
    ],
    ['environments:\n  - name: staging\n    approval: maybe', '3: true or false is expected here'],
    ['environments:\n  - name: a\n    branch: "a b"', '3: this branch is not valid: for example `main`'],
    [
      'commanders:\n  ids: [octocat]',
      '2: the number of an account is expected here (https://api.github.com/users/NAME shows it as `id`)',
    ],
    ['- a\n- b', '1: a mapping is expected here (`key: value`)'],
    ['lang: ja\n  region: x', '1: this is not valid YAML'],
    ['lang: ja\nlang: en', '2: this is not valid YAML'],
  ])('%j is %s', (text, expected) => expect(faults(text)).toEqual([expected]))

  it('B45 refuses hostile files in bounded time', () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*a, *a]`).join('\n')}`
    expect(faults(bomb)).toEqual(['2: aliases are not used here; write the value again'])
    expect(faults('lang: "'.padEnd(1_000_000, 'x'))).toEqual(['1: the file is longer than 32000 characters'])
    expect(faults('['.repeat(31_000))).toHaveLength(1)
    expect(faults(`${'- '.repeat(15_000)}a`)).toHaveLength(1)
    expect(faults('__proto__:\n  lang: ja\nconstructor: x')).toHaveLength(2)
    expect(read('__proto__:\n  lang: ja').config).toEqual(defaultConfig)
    expect(Object.keys({}.constructor.prototype)).toEqual([])
  })

  it('shows a hostile key inert', () => {
    expect(faults('"@octo/team <!-- `x`": 1')[0]).toMatch(/^1: `\?octo\?team \?\?-- \?x\?` is not known/u)
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
    expect(configOf(null)).toEqual({ config: defaultConfig, commanders: null })
    expect(configOf(tree({}))).toEqual({ config: defaultConfig, commanders: null })
  })

  it('stops with all mistakes, or where it could not be read', () => {
    expect(() => configOf(tree({ '.github/cicd.yml': 'lang: de\nregoin: x' }))).toThrow(/line 1: .*\n- line 2: /u)
    const skipped = [{ path: '.github/cicd.yml', why: 'is a symlink, which is not followed' }]
    expect(() => configOf(tree({}, skipped))).toThrow('`.github/cicd.yml` is a symlink')
  })
})
