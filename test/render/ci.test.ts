import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { App, Existing } from '../../src/model.ts'
import { renderCi } from '../../src/render/ci.ts'
import { workflowPath } from '../../src/render/workflow-path.ts'
import { type ContextParts, sampleApp, sampleChoice, sampleContext, sampleSite } from '../sample-app.ts'

const existing = (path: string, role: Existing['role'] = 'deploy'): Existing => ({
  path,
  what: 'GitHub Actions',
  role,
  to: null,
  root: null,
  line: null,
})

const python = {
  language: 'python',
  framework: 'fastapi',
  runtime: { name: 'python', version: '3.12', from: '.python-version' },
  build: null,
} as const
const plain = { framework: null, packageManager: null, lint: null, lockfile: null } as const

const apps: Readonly<Record<string, readonly App[]>> = {
  'node-npm': [sampleApp({ lint: 'npm run lint' })],
  'node-pnpm': [
    sampleApp({
      packageManager: { name: 'pnpm', version: '9.1.0' },
      install: 'pnpm install --frozen-lockfile',
      build: 'pnpm run build',
      test: 'pnpm test',
      lockfile: 'pnpm-lock.yaml',
    }),
  ],
  'node-yarn-berry': [
    sampleApp({
      packageManager: { name: 'yarn', version: '4.5.0' },
      install: 'yarn install --immutable',
      build: 'yarn build',
      test: 'yarn test',
      lockfile: 'yarn.lock',
    }),
  ],
  'node-bun': [
    sampleApp({
      packageManager: { name: 'bun', version: null },
      install: 'bun install --frozen-lockfile',
      build: null,
      test: 'bun test',
      lockfile: 'bun.lock',
    }),
  ],
  'node-without-lockfile': [sampleApp({ install: 'npm install', lockfile: null, runtime: null, test: null })],
  'python-pip': [
    sampleApp({
      ...python,
      packageManager: { name: 'pip', version: null },
      install: 'pip install -r requirements.txt',
      test: 'pytest',
      lockfile: 'requirements.txt',
      needs: ['postgresql', 'redis'],
      env: ['DATABASE_URL', 'REDIS_URL', 'SECRET_KEY'],
    }),
  ],
  'python-poetry': [
    sampleApp({
      ...python,
      packageManager: { name: 'poetry', version: '2.1.1' },
      install: 'poetry install',
      test: 'poetry run pytest',
      lockfile: 'poetry.lock',
    }),
  ],
  'python-uv': [
    sampleApp({
      ...python,
      packageManager: { name: 'uv', version: null },
      install: 'uv sync --frozen',
      test: 'uv run pytest',
      lockfile: 'uv.lock',
    }),
  ],
  go: [
    sampleApp({
      ...plain,
      language: 'go',
      runtime: { name: 'go', version: '1.24', from: 'go.mod' },
      install: null,
      build: 'go build ./...',
      test: 'go test ./...',
      lockfile: 'go.sum',
    }),
  ],
  'java-maven': [
    sampleApp({
      ...plain,
      language: 'java',
      framework: 'spring-boot',
      packageManager: { name: 'maven', version: null },
      runtime: { name: 'java', version: '21', from: 'pom.xml' },
      install: null,
      build: './mvnw --batch-mode package -DskipTests',
      test: './mvnw --batch-mode test',
    }),
  ],
  'ruby-rails': [
    sampleApp({
      ...plain,
      language: 'ruby',
      framework: 'rails',
      packageManager: { name: 'bundler', version: null },
      runtime: { name: 'ruby', version: '3.4', from: '.ruby-version' },
      install: 'bundle install',
      build: null,
      test: 'bin/rails test',
      lockfile: 'Gemfile.lock',
      needs: ['mysql'],
    }),
  ],
  'php-laravel-assets': [
    sampleApp({
      ...plain,
      language: 'php',
      framework: 'laravel',
      packageManager: { name: 'composer', version: null },
      runtime: { name: 'php', version: '8.3', from: 'composer.json' },
      install: 'composer install --no-dev',
      devInstall: 'composer install',
      build: 'npm ci && npm run build',
      test: 'php artisan test',
      lockfile: 'composer.lock',
      needs: ['mysql'],
    }),
  ],
  'php-laravel': [
    sampleApp({
      ...plain,
      language: 'php',
      framework: 'laravel',
      packageManager: { name: 'composer', version: null },
      runtime: { name: 'php', version: '8.3', from: 'composer.json' },
      install: 'composer install --no-interaction',
      build: null,
      test: 'php artisan test',
      lockfile: 'composer.lock',
    }),
  ],
  dotnet: [
    sampleApp({
      ...plain,
      language: 'dotnet',
      runtime: { name: 'dotnet', version: '9', from: 'app.csproj' },
      install: 'dotnet restore',
      build: 'dotnet build --no-restore',
      test: 'dotnet test',
    }),
  ],
  rust: [
    sampleApp({
      ...plain,
      language: 'rust',
      runtime: { name: 'rust', version: '1.82', from: 'Cargo.toml' },
      install: null,
      lint: 'cargo clippy -- -D warnings',
      build: 'cargo build --release',
      test: 'cargo test',
      lockfile: 'Cargo.lock',
    }),
  ],
  elixir: [
    sampleApp({
      ...plain,
      language: 'elixir',
      framework: 'phoenix',
      runtime: { name: 'elixir', version: '1.18', from: 'mix.exs' },
      install: 'mix deps.get',
      build: 'mix compile',
      test: 'mix test',
      lockfile: 'mix.lock',
    }),
  ],
  hugo: [
    sampleSite({
      ...plain,
      language: null,
      framework: 'hugo',
      runtime: { name: 'hugo', version: '0.150.0', from: 'netlify.toml' },
      install: null,
      build: 'hugo --minify',
      test: null,
    }),
  ],
  monorepo: [
    sampleApp({ root: 'apps/api', name: 'api', lockfile: 'package-lock.json' }),
    sampleSite({
      root: 'apps/web',
      name: 'web',
      framework: 'angular',
      frameworkMajor: 19,
      build: 'npm run build',
      test: 'npm test -- --watch=false',
    }),
  ],
  'create-react-app': [sampleSite({ framework: 'create-react-app', output: 'build' })],
  'private-packages': [sampleApp({ needs: ['private packages: NPM_TOKEN'] })],
}

function ci(of: readonly App[], given: ContextParts = {}, has: readonly Existing[] = []) {
  return renderCi(
    of.map((app) => sampleChoice(app)),
    has,
    sampleContext(given),
  )
}

const text = (of: readonly App[], given: ContextParts = {}) => ci(of, given)?.files[0]?.content ?? ''

it('runs the tests of a folder once where a worker shares it with a server', () => {
  const server = sampleApp()
  const worker = sampleApp({ name: 'shop-worker', kind: 'worker', build: null })
  const rendering = renderCi(
    [server, worker].map((app) => sampleChoice(app)),
    [],
    sampleContext(),
  )
  expect(Object.keys(parse(rendering?.files[0]?.content ?? '').jobs)).toEqual(['shop'])
})

describe('renderCi', () => {
  it.each(Object.entries(apps))('writes the workflow for %s', async (name, of) => {
    await expect(text(of)).toMatchFileSnapshot(`../expected/ci/${name}/.github/workflows/ci.yml`)
  })

  it('G26 has no test step for the default script of npm, nor for none', () => {
    for (const test of [null, 'echo "Error: no test specified" && exit 1'])
      expect(text([sampleApp({ test })])).not.toContain('name: Test')
  })

  it('G36 gives a job on pull requests read access, no token and no secret', () => {
    for (const [name, of] of Object.entries(apps)) {
      const workflow = parse(text(of))
      for (const job of Object.values<{ permissions: unknown }>(workflow.jobs))
        expect(job.permissions).toEqual({ contents: 'read' })
      if ('pull_request' in workflow.on) expect(text(of), name).not.toMatch(/secrets\.|id-token/)
      expect(text(of)).not.toContain('pull_request_target')
    }
  })

  it('G50 asks for the token of private packages as a secret and keeps it from pull requests', () => {
    const rendering = ci(apps['private-packages'] ?? [])
    expect(rendering?.steps[0]?.commands).toEqual(['gh secret set NPM_TOKEN'])
    expect(rendering?.settings).toMatchObject([{ name: 'NPM_TOKEN', kind: 'secret' }])
    const workflow = parse(rendering?.files[0]?.content ?? '')
    expect(workflow.on).toEqual({ push: { 'branches-ignore': ['cicd/**'] }, workflow_dispatch: null })
    expect(workflow.jobs.shop.env).toEqual({ NPM_TOKEN: '${{ secrets.NPM_TOKEN }}' })
  })

  it('G3 calls no other package manager than the one the repository pins', () => {
    const runs = text(apps['node-pnpm'] ?? [])
      .split('\n')
      .filter((line) => /run:/.test(line))
    expect(runs.filter((line) => !/pnpm/.test(line))).toEqual([])
  })

  it('runs the same steps of several processes in one folder once', () => {
    const worker = sampleApp({ name: 'shop-worker', kind: 'worker' })
    expect(Object.keys(parse(text([sampleApp(), worker])).jobs)).toEqual(['shop'])
  })

  it('starts stores for tests only', () => {
    expect(text([sampleApp({ test: null, needs: ['redis'], env: ['REDIS_URL'] })])).not.toContain('redis')
  })

  it('is not added where the repository has CI, or where nothing can be run', () => {
    expect(ci([sampleApp()], {}, [existing('.github/workflows/test.yml', 'ci')])).toBeNull()
    expect(ci([sampleSite({ build: null, test: null })])).toBeNull()
    expect(ci([])).toBeNull()
    expect(ci([sampleApp({ language: null, build: 'zola build' })])).toBeNull()
  })

  it('G52 uses no action of others on GitHub Enterprise Server for Node and Python', () => {
    for (const name of ['node-pnpm', 'node-bun', 'python-uv', 'python-poetry']) {
      const used = text(apps[name] ?? [], { repository: { enterprise: true } }).match(/uses: \S+/g) ?? []
      expect(used.filter((line) => !line.startsWith('uses: actions/'))).toEqual([])
    }
  })

  it('G22 quotes the default branch', () => {
    for (const defaultBranch of ['release/2026.11', 'true', 'a#b', '日本']) {
      expect(parse(text([sampleApp()], { repository: { defaultBranch } })).on.push.branches).toEqual([defaultBranch])
    }
  })

  it('G42 keeps expressions in a folder name or a test name from being evaluated', () => {
    const content = text([sampleApp({ root: 'a ${{ secrets.X }} b', lockfile: null })])
    expect(content).not.toMatch(/(?<!')\$\{\{ secrets/)
    expect(parse(content).jobs.shop.steps[2]['working-directory']).toBe("a ${{ '${{' }} secrets.X }} b")
  })
})

describe('workflowPath', () => {
  it('G43 G45 takes another name beside a workflow of that name, however it is written', () => {
    expect(workflowPath('deploy', [])).toBe('.github/workflows/deploy.yml')
    for (const path of [
      '.github/workflows/deploy.yml',
      '.github/workflows/Deploy.yml',
      '.github/workflows/deploy.yaml',
    ]) {
      expect(workflowPath('deploy', [existing(path)])).toBe('.github/workflows/cicd-deploy.yml')
    }
  })
})
