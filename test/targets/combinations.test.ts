import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose } from '../../src/decide/choose.ts'
import { renderPlan } from '../../src/decide/render-plan.ts'
import { UserError } from '../../src/errors.ts'
import type { App, Config, Context, Plan, RenderedFile } from '../../src/model.ts'
import { lint } from '../../src/render/lint.ts'
import { type Proposal, pullRequest } from '../../src/render/pull-request.ts'
import { sampleApp, sampleContext, sampleRepository } from '../sample-app.ts'

const words = [
  'web',
  'apps/web',
  'a b',
  "it's",
  '"q"',
  '$(id)',
  '`id`',
  '${{ secrets.X }}',
  '${AWS::AccountId}',
  '@octo/all',
  '<!-- x -->',
  '![x](http://e)',
  'a|b',
  '日本',
  'on',
  'no',
  '1e3',
  '3.10',
  '12:34',
  '#x',
  '&a',
  '*a',
  '%0a',
  '\u202ex',
  'x\ny',
]
const word = fc.constantFrom(...words)
const path = word.filter((text) => !text.includes('\n') && !text.startsWith('/'))

const managers = fc.constantFrom(
  {
    language: 'node',
    packageManager: { name: 'npm', version: null },
    install: 'npm ci',
    build: 'npm run build',
    test: 'npm test',
    lockfile: 'package-lock.json',
  },
  {
    language: 'node',
    packageManager: { name: 'pnpm', version: '9.1.0' },
    install: 'pnpm install --frozen-lockfile',
    build: 'pnpm run build',
    test: 'pnpm test',
    lockfile: 'pnpm-lock.yaml',
  },
  {
    language: 'node',
    packageManager: { name: 'yarn', version: '4.5.0' },
    install: 'yarn install --immutable',
    build: 'yarn build',
    test: null,
    lockfile: 'yarn.lock',
  },
  {
    language: 'node',
    packageManager: { name: 'bun', version: null },
    install: 'bun install',
    build: null,
    test: 'bun test',
    lockfile: null,
  },
  {
    language: 'python',
    packageManager: { name: 'pip', version: null },
    install: 'pip install -r requirements.txt',
    build: null,
    test: 'pytest',
    lockfile: 'requirements.txt',
  },
  {
    language: 'python',
    packageManager: { name: 'uv', version: null },
    install: 'uv sync --frozen',
    build: null,
    test: 'uv run pytest',
    lockfile: 'uv.lock',
  },
  {
    language: 'go',
    packageManager: null,
    install: null,
    build: 'go build ./...',
    test: 'go test ./...',
    lockfile: 'go.sum',
  },
  {
    language: 'ruby',
    packageManager: { name: 'bundler', version: null },
    install: 'bundle install',
    build: null,
    test: 'bin/rails test',
    lockfile: 'Gemfile.lock',
  },
  { language: null, packageManager: null, install: null, build: null, test: null, lockfile: null },
) satisfies fc.Arbitrary<Partial<App>>

const kinds = fc.constantFrom(
  { kind: 'static', framework: 'vite', output: 'dist', spa: true, start: null, port: null },
  { kind: 'static', framework: null, output: '.', spa: false, start: null, port: null },
  { kind: 'ssr', framework: 'next', frameworkMajor: 15, output: '.next', spa: false },
  { kind: 'ssr', framework: 'nuxt', frameworkMajor: 4, output: '.output', spa: false },
  { kind: 'server', framework: 'express', output: null, port: 8080 },
  { kind: 'worker', framework: 'celery', output: null, port: null },
) satisfies fc.Arbitrary<Partial<App>>

const app = fc
  .record({
    manager: managers,
    kind: kinds,
    root: fc.option(path, { nil: '.' }),
    odd: word,
    needs: fc.subarray(['postgresql', 'mysql', 'redis']),
  })
  .map(({ manager, kind, root, odd, needs }): App => {
    const runtime = manager.language
      ? { name: manager.language, version: manager.language === 'python' ? '3.12' : '22', from: odd }
      : null
    return sampleApp({
      ...manager,
      ...kind,
      root,
      runtime,
      needs,
      remarks: [odd],
      env: [odd, 'DATABASE_URL'],
      evidence: [{ id: 'E1', path: odd, line: 1, says: odd }],
    })
  })

const environment = fc.record({
  name: fc.constantFrom('staging', 'production', 'eu live'),
  account: fc.constantFrom(null, '012345678901'),
  region: fc.constantFrom(null, 'ap-northeast-1'),
  branch: fc.option(
    word.filter((text) => !/[\s:*?]/.test(text)),
    { nil: null },
  ),
  approval: fc.boolean(),
})
const environments: fc.Arbitrary<Config['environments']> = fc.oneof(
  fc.constant(null),
  fc.constant('none' as const),
  fc.uniqueArray(environment, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
)

const subject = fc.constantFrom<Context['repository']['subject'][]>(
  sampleRepository.subject,
  { known: false, why: '403' },
  { known: true, useDefault: true, claimKeys: [], prefix: 'repo:octo-org@111/shop@222', immutable: true },
)

const context = fc
  .record({
    environments,
    subject,
    partition: fc.constantFrom('aws' as const, 'aws-cn' as const),
    enterprise: fc.boolean(),
    branch: fc.constantFrom('main', 'release/2026.11', 'true', 'a#b', '日本'),
  })
  .map(({ environments: given, subject: form, partition, enterprise, branch }) =>
    sampleContext({
      config: { environments: given },
      repository: {
        subject: form,
        enterprise,
        defaultBranch: branch,
        host: enterprise ? 'git.corp.example' : 'github.com',
      },
      aws: { partition },
    }),
  )

const combination = fc.record({ apps: fc.array(app, { minLength: 1, maxLength: 3 }), context })

function planFor(apps: readonly App[], given: Context): Plan {
  const named = apps.map((item, index) => ({
    ...item,
    name: `app${index}`,
    root: index === 0 ? item.root : `${index}/${item.root}`,
  }))
  return choose({ apps: named, existing: [], notes: [], other: null, looked: [], question: null }, given)
}

/** What a combination gives; null where it is refused with a reason for people, which is an answer too. */
function proposalFor({ apps, context: given }: { apps: readonly App[]; context: Context }): Proposal | null {
  const plan = planFor(apps, given)
  try {
    const rendered = renderPlan(plan, new Map(), given)
    const files: RenderedFile[] = rendered
      .flatMap(({ rendering }) => rendering.files)
      .map((file) => ({ ...file, action: 'create' }))
    return { plan, rendered, files, leftAlone: [], commit: 'a'.repeat(40), context: given }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

describe('every combination of apps, environments, repositories and odd names', () => {
  it('gives files that keep every rule, each path once', () => {
    fc.assert(
      fc.property(combination, (given) => {
        const files = proposalFor(given)?.files ?? []
        expect(lint(files.map(({ path: at, content }) => ({ path: at, content: content ?? '' })))).toEqual([])
        expect(new Set(files.map((file) => file.path)).size).toBe(files.length)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('G54 gives the same bytes twice', () => {
    fc.assert(
      fc.property(combination, (given) => {
        expect(proposalFor(given)).toEqual(proposalFor(given))
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('B37 gives a pull request in which no name is markup', () => {
    fc.assert(
      fc.property(combination, (given) => {
        const proposal = proposalFor(given)
        if (!proposal) return
        const { body } = pullRequest(proposal)
        expect(body.length).toBeLessThanOrEqual(60_000)
        const visible = body.replace(/```+[\s\S]*?\n\s*```+/g, '').replace(/(?<!`)(`+)(?!`).*?[^`]\1(?!`)/g, '')
        expect(visible.match(/(?<![\w/&])@octo|!\[|<!--|\u202e/)).toBeNull()
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
