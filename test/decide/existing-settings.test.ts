import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'

const site = {
  'package.json': JSON.stringify({ scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0' } }),
  'package-lock.json': '{}',
  'index.html': '<div id="app"></div>',
}
const settings = 'version: 1\n# ours\nfrontend:\n  phases:\n    build:\n      commands: [npm run build]\n'

describe('G44 build settings that the repository has already', () => {
  it('stay as they are and are named; only CI is added', () => {
    const outcome = propose(treeOf({ ...site, 'amplify.yml': settings }), sampleContext())
    expect(outcome.kind).toBe('proposal')
    if (outcome.kind !== 'proposal') return
    expect(outcome.files.map((file) => file.path)).toEqual(['.github/workflows/ci.yml', '.github/cicd.lock.json'])
    expect(outcome.pullRequest.body).toContain('amplify.yml')
    expect(outcome.pullRequest.body).toContain('left out: it is delivered already')
    expect(outcome.pullRequest.body).not.toContain('Connect the repository')
  })

  it('are never replaced where the target is asked for by name', () => {
    const outcome = propose(
      treeOf({ ...site, 'amplify.yml': settings }),
      sampleContext({ request: { target: 'amplify' } }),
    )
    expect(outcome.kind === 'proposal' && outcome.files.map((file) => file.path)).not.toContain('amplify.yml')
    expect(outcome.notes.join()).toContain('amplify.yml was left alone')
  })

  it('are nothing new once they came from here', () => {
    const first = propose(treeOf(site), sampleContext())
    if (first.kind !== 'proposal') throw new Error(first.kind)
    const merged = Object.fromEntries(first.files.map(({ path, content }) => [path, content ?? '']))
    expect(propose(treeOf({ ...site, ...merged }), sampleContext()).kind).toBe('nothing')
  })
})

describe('G44 settings that name what AWS has ended', () => {
  const server = {
    'package.json': '{"dependencies":{"express":"4"},"scripts":{"start":"node server.js"}}',
    'package-lock.json': '{"lockfileVersion":3}',
    'server.js': "require('express')().listen(process.env.PORT)",
    '.github/workflows/ci.yml':
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n',
  }
  const yaml = (runtime: string) =>
    `# ours, since 2022\nversion: 1.0\nruntime: ${runtime} # the newest then\nx-team: web\nbuild:\n  commands:\n    build: [npm ci]\nrun:\n  command: npm start\n`

  it.each(['nodejs16', "'nodejs18'"])('get one value changed (%s), and keep comments and unknown keys', (runtime) => {
    const outcome = propose(treeOf({ ...server, 'apprunner.yaml': yaml(runtime) }), sampleContext())
    if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
    expect(outcome.files).toEqual([
      expect.objectContaining({ path: 'apprunner.yaml', action: 'update', content: yaml('nodejs22') }),
    ])
    expect(outcome.pullRequest.body).toContain('support of that Node.js runtime of App Runner ended on 2025-12-01')
  })

  it('are left as they are where nothing is wrong with them, and after the change', () => {
    expect(propose(treeOf({ ...server, 'apprunner.yaml': yaml('nodejs22') }), sampleContext()).kind).toBe('nothing')
  })
})

it('G50 a token that .npmrc names becomes a step and a secret, and is in no file that is deployed', () => {
  const npmrc = '@acme:registry=https://npm.acme.example\n//npm.acme.example/:_authToken=${NPM_TOKEN}\n'
  const outcome = propose(treeOf({ ...site, '.npmrc': npmrc }), sampleContext())
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  expect(outcome.pullRequest.body).toContain('gh secret set NPM_TOKEN')
  const ci = outcome.files.find((file) => file.path === '.github/workflows/ci.yml')?.content ?? ''
  expect(ci).toContain('NPM_TOKEN: ${{ secrets.NPM_TOKEN }}')
  expect(Object.keys(parse(ci).on)).toEqual(['push', 'workflow_dispatch'])
  expect(outcome.files.find((file) => file.path === 'amplify.yml')?.content).not.toContain('NPM_TOKEN')
})
