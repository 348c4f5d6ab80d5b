import { describe, expect, it } from 'vitest'
import { readConfiguration } from '../../../src/config.ts'
import { rules } from '../../../src/decide/doctor/rules.ts'
import type { Standing, Tree } from '../../../src/model.ts'
import { pins } from '../../../src/render/actions-table.ts'
import { blobId, lockPath, templateVersion } from '../../../src/render/lock.ts'
import { textsIn } from '../../../src/text.ts'
import { treeOf } from '../../tree-of.ts'
import { checkUp, complaintsOf, express, workflow } from './check-up.ts'

const pinned = pins.map(({ action, sha, version }) => `uses: ${action}@${sha} # ${version}`)

/** A lock that says these files were generated with this text. */
function locked(files: Readonly<Record<string, string>>, template: string = templateVersion): string {
  const ids = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, blobId(text)]))
  return JSON.stringify({ version: 1, template, apps: {}, files: ids })
}

describe('the order', () => {
  it('is worst first, and of what ended the oldest first', () => {
    const files = {
      ...workflow(
        'uses: actions/upload-artifact@v3',
        'uses: tj-actions/changed-files@v44',
        'uses: actions/checkout@v4',
      ),
      'template.yaml':
        'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Runtime: nodejs22.x\n  B:\n    Runtime: python3.8\n',
      Dockerfile: 'FROM node:16\n',
    }
    const seen = checkUp(files).complaints.map(({ urgency, on }) => [urgency, on])
    expect(seen).toEqual([
      ['broken', null],
      ['unsafe', null],
      ['ended', '2023-09-11'],
      ['ended', '2024-10-14'],
      ['ends', '2027-04-30'],
      ['tidy', null],
    ])
  })

  it('every complaint has proof, and what mends it', () => {
    const files = {
      ...workflow('uses: actions/cache@v2', 'uses: foo/bar@main', 'aws-access-key-id: ${{ secrets.KEY }}'),
      'copilot/api/manifest.yml': 'name: api\n',
    }
    const { complaints } = checkUp(files)
    expect(complaints.length).toBeGreaterThanOrEqual(4)
    for (const { evidence, mend, says } of complaints) {
      expect([says, evidence.length]).not.toEqual([says, 0])
      expect(Object.values(mend).flat().join('')).not.toBe('')
    }
  })

  it('no two rules have the same id', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })
})

describe('a healthy repository', () => {
  it('has no complaint: actions by their newest commits, runtimes that are kept up', () => {
    const files = {
      ...workflow(...pinned, 'role-to-assume: ${{ vars.AWS_ROLE_ARN }}'),
      '.nvmrc': '24\n',
      ...express('>=18'),
      Dockerfile: 'FROM node:24-slim\nCOPY . .\nCMD ["node","server.js"]\n',
      'template.yaml': 'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Runtime: python3.13\n',
    }
    expect(checkUp(files).complaints).toEqual([])
  })
})

describe('configuration', () => {
  it('names every mistake at its line', () => {
    const tree = treeOf({ '.github/cicd.yml': 'version: 1\nregoin: x\nlang: de\n' })
    const { faulty } = readConfiguration(tree, null, textsIn('en'))
    const [complaint] = complaintsOf('configuration', tree, {}, { faulty })
    expect(complaint).toMatchObject({
      urgency: 'broken',
      says: expect.stringContaining('2 mistakes'),
      evidence: [
        { path: '.github/cicd.yml', line: 2 },
        { path: '.github/cicd.yml', line: 3 },
      ],
    })
  })
})

describe('actions', () => {
  it.each([
    ['tj-actions/changed-files@v44', 1],
    ['tj-actions/changed-files@v46.0.0', 1],
    ['tj-actions/changed-files@v46', 0],
    ['tj-actions/changed-files@v46.0.1', 0],
    ['aquasecurity/trivy-action@0.28.0', 1],
    ['aquasecurity/trivy-action@0.35.0', 0],
    ['aquasecurity/trivy-action@master', 0],
    [`tj-actions/changed-files@${'a'.repeat(40)} # v45.0.2`, 1],
    [`tj-actions/changed-files@${'a'.repeat(40)}`, 0],
  ])('%s: %i complaints that it was taken over', (use, count) => {
    expect(complaintsOf('taken-over-actions', workflow(`uses: ${use}`))).toHaveLength(count)
  })

  it.each([
    ['actions/upload-artifact@v3', 1],
    ['actions/upload-artifact@v4', 0],
    ['actions/download-artifact@v2.1.1', 1],
    ['actions/cache@v2', 1],
    ['actions/cache@v3', 0],
    ['actions/cache@v3.3.1', 1],
    ['actions/cache@v3.4.0', 0],
    ['actions/cache@v4', 0],
    ['actions/cache@v4.1.0', 1],
    ['actions/cache@v4.2.0', 0],
    ['"actions/cache@v1"', 1],
    ['actions/checkout@v1', 0],
  ])('%s: %i complaints that GitHub refuses it', (use, count) => {
    expect(complaintsOf('refused-actions', workflow(`uses: ${use}`))).toHaveLength(count)
  })

  it('says which line to write, at a commit', () => {
    const [complaint] = complaintsOf('refused-actions', workflow('uses: actions/upload-artifact@v3'))
    expect(complaint?.mend).toEqual({
      kind: 'lines',
      lines: [expect.stringMatching(/^uses: actions\/upload-artifact@[0-9a-f]{40} # v7\.0\.1$/)],
    })
  })

  it('leaves GitHub Enterprise Server its own artifacts and runners', () => {
    const files = workflow('uses: actions/upload-artifact@v3', 'runs-on: ubuntu-20.04')
    const enterprise = { repository: { enterprise: true, host: 'ghe.example.com' } }
    expect(complaintsOf('refused-actions', files, enterprise)).toEqual([])
    expect(complaintsOf('runner-images', files, enterprise)).toEqual([])
  })

  it('names what is behind once, with all of its lines, and not again for its tag', () => {
    const files = workflow('uses: actions/checkout@v3', 'uses: actions/setup-node@v4', 'uses: actions/checkout@v4')
    const [complaint, ...more] = complaintsOf('old-actions', files)
    expect(more).toEqual([])
    expect(complaint?.evidence.map(({ line }) => line)).toEqual([6, 7, 8])
    expect(complaint?.says).toContain('`actions/checkout@v3` → v7.0.1')
    expect(complaintsOf('movable-actions', files)).toEqual([])
  })

  it('tells tags of third parties from tags of GitHub', () => {
    const [complaint] = complaintsOf('movable-actions', workflow('uses: actions/checkout@v7', 'uses: foo/bar@v1'))
    expect(complaint).toMatchObject({ says: expect.stringContaining('1 of them by third parties: `foo/bar@v1`') })
    expect(complaintsOf('movable-actions', workflow(...pinned, 'uses: ./local', 'uses: docker://alpine'))).toEqual([])
  })

  it('says of an action once what is to stand in its place', () => {
    const files = workflow('uses: actions/cache@v2', 'uses: tj-actions/changed-files@v44', 'uses: actions-rs/cargo@v1')
    expect(checkUp(files).complaints.map(({ rule }) => rule)).toEqual([
      'refused-actions',
      'taken-over-actions',
      'left-actions',
    ])
  })

  it('trusts the workflows of the owner', () => {
    const [complaint] = complaintsOf('movable-actions', workflow('uses: octo-org/.github/.github/workflows/a.yml@main'))
    expect(complaint?.says).not.toContain('third parties')
  })

  it('names actions that nobody keeps up', () => {
    const [complaint] = complaintsOf('left-actions', workflow('uses: actions-rs/toolchain@v1'))
    expect(complaint?.mend).toEqual({ kind: 'text', text: 'Use `dtolnay/rust-toolchain`.' })
  })

  it('a step that is commented out is no use of an action', () => {
    expect(checkUp(workflow('uses: ./a', '# uses: actions/cache@v1')).complaints).toEqual([])
  })
})

describe('runners', () => {
  it.each([
    ['runs-on: ubuntu-20.04', 'broken', 'ubuntu-24.04'],
    ['runs-on: [ubuntu-22.04]', 'ends', 'ubuntu-24.04'],
    ['os: [ubuntu-latest, macos-13]', 'broken', 'macos-15-intel'],
    ['windows-2019', 'broken', 'windows-2025'],
  ])('%s is %s', (line, urgency, next) => {
    const [complaint] = complaintsOf('runner-images', { '.github/workflows/a.yml': `jobs:\n  - ${line}\n` })
    expect(complaint).toMatchObject({ urgency, mend: { lines: [expect.stringContaining(next)] } })
  })

  it.each([
    'run: echo ubuntu-20.04',
    'runs-on: ubuntu-24.04',
    'runs-on: my-ubuntu-20.04',
    'key: ubuntu-20.04-x',
  ])('%s is none', (line) => {
    expect(complaintsOf('runner-images', { '.github/workflows/a.yml': `jobs:\n  ${line}\n` })).toEqual([])
  })
})

describe('access keys', () => {
  it('are told, with the command that proposes a role', () => {
    const files = { ...express('>=18'), ...workflow('run: npm test', 'aws-access-key-id: ${{ secrets.AWS_KEY }}') }
    const [complaint] = complaintsOf('aws-keys', files)
    expect(complaint).toMatchObject({ urgency: 'unsafe', evidence: [{ line: 7 }], mend: { command: '/cicd setup' } })
  })

  it('are none where a role, a made-up value or an earlier step gives them', () => {
    const files = workflow('aws-access-key-id: test', 'AWS_ACCESS_KEY_ID: ${{ steps.a.outputs.id }}')
    expect(complaintsOf('aws-keys', files)).toEqual([])
  })
})

describe('runtimes', () => {
  it('of Lambda: past and near ends, each once', () => {
    const sam =
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Runtime: nodejs18.x\n  B:\n    Runtime: nodejs18.x\n  C:\n    Runtime: ruby3.3 # soon\n'
    expect(complaintsOf('lambda-runtimes', { 'template.yaml': sam })).toMatchObject([
      {
        urgency: 'ended',
        on: '2025-09-01',
        evidence: [{ line: 4 }, { line: 6 }],
        mend: { lines: ['Runtime: nodejs24.x'] },
      },
      { urgency: 'ends', on: '2027-03-31' },
    ])
    expect(
      complaintsOf('lambda-runtimes', { 'serverless.yml': 'service: a\nprovider:\n  runtime: python3.9\n' }),
    ).toHaveLength(1)
    expect(checkUp({ 'template.yaml': sam }).complaints.map(({ rule }) => rule)).not.toContain('app-runtimes')
    expect(complaintsOf('lambda-runtimes', { 'app.yaml': 'runtime: java11\n' })).toEqual([])
    expect(complaintsOf('lambda-runtimes', { 'tests/template.yaml': sam })).toEqual([])
  })

  it('of App Runner', () => {
    const files = (runtime: string) => ({ 'apprunner.yaml': `version: 1.0\nruntime: ${runtime}\n` })
    expect(complaintsOf('app-runner-runtimes', files('nodejs16'))).toMatchObject([
      { urgency: 'ended', on: '2025-12-01', mend: { lines: ['runtime: nodejs22'] } },
    ])
    expect(complaintsOf('app-runner-runtimes', files('ruby31'))).toMatchObject([
      { mend: { command: '/cicd setup --target=ecr' } },
    ])
    expect(complaintsOf('app-runner-runtimes', files('nodejs22'))).toEqual([])
  })

  it('that an app pins: a choice is told before its end, a bound is not', () => {
    expect(complaintsOf('app-runtimes', express('18.x'))).toMatchObject([
      { urgency: 'ended', on: '2025-04-30', evidence: [{ path: 'package.json', says: '"node": "18.x"' }] },
    ])
    expect(complaintsOf('app-runtimes', express('22.x'))).toMatchObject([
      { urgency: 'ends', on: '2027-04-30', mend: { text: expect.stringContaining('/cicd setup --target=ecr') } },
    ])
    expect(complaintsOf('app-runtimes', express('>=18'))).toEqual([])
    const file = { ...express('>=18'), '.nvmrc': '20\n' }
    expect(complaintsOf('app-runtimes', file)).toMatchObject([
      { on: '2026-04-30', evidence: [{ path: '.nvmrc', line: 1 }], mend: { command: 'echo 24 > .nvmrc' } },
    ])
  })

  it('of images: a language, or the system below it', () => {
    const of = (from: string) => complaintsOf('base-images', { Dockerfile: `FROM ${from}\n` })
    expect(of('node:16-alpine')).toMatchObject([{ on: '2023-09-11', evidence: [{ path: 'Dockerfile', line: 1 }] }])
    expect(of('python:3.12-slim-buster')).toMatchObject([{ on: '2024-06-30' }])
    expect(of('golang:1.21')).toMatchObject([{ on: '2024-08-13' }])
    expect(of('ubuntu:18.04')).toMatchObject([{ on: '2023-05-31' }])
    expect(of('amazonlinux:2')).toMatchObject([{ on: '2026-06-30' }])
    expect(of('python:3.13-slim')).toEqual([])
    expect(of('scratch')).toEqual([])
  })

  it('of CodeBuild', () => {
    const of = (image: string) =>
      complaintsOf('codebuild-images', { 'pipeline.yml': `Image: aws/codebuild/${image}\n` })
    expect(of('standard:5.0')).toMatchObject([{ mend: { lines: ['Image: aws/codebuild/standard:8.0'] } }])
    expect(of('amazonlinux2-x86_64-standard:4.0')).toHaveLength(1)
    expect(of('standard:7.0')).toEqual([])
    expect(of('amazonlinux-aarch64-standard:3.0')).toEqual([])
  })
})

describe('tools and services that are over', () => {
  it('AWS Copilot', () => {
    expect(complaintsOf('dead-tools', { 'copilot/api/manifest.yml': 'name: api\n' })).toMatchObject([
      { urgency: 'ended', on: '2026-06-12', evidence: [{ path: 'copilot/api/manifest.yml' }] },
    ])
  })

  it('version 1 of the CDK', () => {
    const manifest = (name: string) => ({ 'package.json': `{\n"dependencies": {\n"${name}": "1"\n}\n}` })
    expect(complaintsOf('dead-tools', manifest('@aws-cdk/core'))).toMatchObject([{ evidence: [{ line: 3 }] }])
    expect(complaintsOf('dead-tools', manifest('aws-cdk-lib'))).toEqual([])
  })

  it('tokens that GitLab took out', () => {
    const files = { '.gitlab-ci.yml': 'deploy:\n  script:\n    - echo $CI_JOB_JWT_V2\n' }
    expect(complaintsOf('dead-tools', files)).toMatchObject([{ urgency: 'broken', evidence: [{ line: 3 }] }])
  })

  it('App Runner for new customers: a note, or a fault where the account has none', () => {
    const files = { 'apprunner.yaml': 'version: 1.0\nruntime: nodejs22\n' }
    expect(complaintsOf('app-runner-closed', files)).toMatchObject([{ urgency: 'tidy' }])
    expect(complaintsOf('app-runner-closed', files, { aws: { appRunnerCustomer: false } })).toMatchObject([
      { urgency: 'broken', mend: { command: '/cicd setup --target=ecr' } },
    ])
    expect(complaintsOf('app-runner-closed', files, { aws: { appRunnerCustomer: true } })).toEqual([])
  })
})

describe('generated files', () => {
  const site = {
    'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"7"}}',
    'package-lock.json': '{}',
    'index.html': '<!doctype html>',
  }

  it('B51 of an older template are an upgrade by setup', () => {
    const files = { ...site, 'amplify.yml': 'version: 1\n' }
    const tree = treeOf({ ...files, [lockPath]: locked({ 'amplify.yml': 'version: 1\n' }, '0.0.1') })
    expect(complaintsOf('generated-files', tree)).toMatchObject([
      { urgency: 'tidy', says: expect.stringContaining('`0.0.1` → '), mend: { command: '/cicd setup' } },
    ])
    const current = treeOf({ ...files, [lockPath]: locked({ 'amplify.yml': 'version: 1\n' }) })
    expect(complaintsOf('generated-files', current)).toEqual([])
  })

  it('G55 changed by hand, or gone, are named', () => {
    const files = { ...site, 'amplify.yml': 'version: 1\n# mine\n' }
    const lock = locked({ 'amplify.yml': 'version: 1\n', 'customHttp.yml': 'x' })
    expect(complaintsOf('generated-files', { ...files, [lockPath]: lock })).toMatchObject([
      { evidence: [{ says: 'customHttp.yml' }] },
      { evidence: [{ path: 'amplify.yml' }], mend: { command: '/cicd setup --dry-run' } },
    ])
  })
})

describe('the subject that the deploy role trusts', () => {
  const path = 'infra/cicd/bootstrap.yaml'
  const trust = (...subjects: readonly string[]): Tree => {
    const text = `Resources:\n${subjects.map((subject) => `  - "${subject}:environment:production"\n`).join('')}`
    return treeOf({ [path]: text, [lockPath]: locked({ [path]: text }) })
  }
  const immutable = {
    repository: {
      subject: { known: true, useDefault: true, claimKeys: [], prefix: 'repo:octo-org@111/shop@222', immutable: true },
    },
  } as const

  it('G31 is broken where GitHub has gone over to the immutable form', () => {
    expect(complaintsOf('oidc-subject', trust('repo:octo-org/shop'), immutable)).toMatchObject([
      {
        urgency: 'broken',
        says: expect.stringContaining('`repo:octo-org@111/shop@222`'),
        evidence: [{ path, line: 2 }],
        mend: { command: '/cicd setup' },
      },
    ])
    expect(complaintsOf('oidc-subject', trust('repo:octo-org@111/shop@222'), immutable)).toEqual([])
  })

  it('is broken where the repository was renamed', () => {
    expect(complaintsOf('oidc-subject', trust('repo:octo-org/old'))).toHaveLength(1)
    expect(complaintsOf('oidc-subject', trust('repo:octo-org/shop'))).toEqual([])
  })

  it('G32 is well where both forms are trusted and GitHub does not say which one it gives', () => {
    const unknown = { repository: { subject: { known: false, why: 'refused' } } } as const
    expect(complaintsOf('oidc-subject', trust('repo:octo-org/shop', 'repo:octo-org@111/shop@222'), unknown)).toEqual([])
  })
})

describe('AWS', () => {
  const resource = { kind: 'connection', id: 'c', name: 'github', repository: 'octo-org/shop' } as const
  const watched = (standing: Standing) => ({ watched: [{ environment: 'production', resource, standing }] })

  it.each<[Standing, string | null]>([
    [{ state: 'failed', detail: 'ROLLBACK in 123456789012', again: true, link: 'https://aws.example' }, 'broken'],
    [{ state: 'absent' }, 'broken'],
    [{ state: 'person', need: 'handshake', link: 'https://aws.example' }, 'broken'],
    [{ state: 'different', detail: '', link: null }, 'tidy'],
    [{ state: 'working', detail: '', link: null }, null],
    [{ state: 'unknown', refusal: { why: 'denied', action: 'a:B', detail: '' } }, null],
  ])('%j is %s', (standing, urgency) => {
    const found = complaintsOf('aws-state', {}, {}, watched(standing))
    expect(found.map((one) => one.urgency)).toEqual(urgency === null ? [] : [urgency])
    for (const { mend, says } of found) {
      expect(mend).toEqual({ kind: 'command', command: '/cicd connect --environment=production' })
      expect(says).not.toContain('123456789012')
    }
  })

  it('a provider that is missing is a fault; one that is not known is none', () => {
    const path = '.github/workflows/deploy.yml'
    const text = 'jobs:\n  a:\n    permissions:\n      id-token: write\n'
    const files = { [path]: text, [lockPath]: locked({ [path]: text }) }
    expect(complaintsOf('aws-state', files, { aws: { oidcProvider: false } })).toHaveLength(1)
    const unsigned = { [lockPath]: locked({}) }
    expect(complaintsOf('aws-state', unsigned, { aws: { oidcProvider: false } })).toEqual([])
    expect(complaintsOf('aws-state', files, { aws: { oidcProvider: null } })).toEqual([])
    expect(complaintsOf('aws-state', {}, { aws: { oidcProvider: false } })).toEqual([])
  })

  it('that was not asked is said to be unknown, where a set-up was merged', () => {
    expect(checkUp({ [lockPath]: locked({}) }).unknown).toHaveLength(1)
    expect(checkUp({}).unknown).toEqual([])
  })
})
