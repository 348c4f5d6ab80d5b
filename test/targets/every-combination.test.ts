import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isAllowedPath } from '../../src/decide/allowed-paths.ts'
import { UserError } from '../../src/errors.ts'
import type { App, CiId, Context, Kind, Language, Rendering, TargetId } from '../../src/model.ts'
import { renderBootstrap } from '../../src/render/bootstrap.ts'
import { lint } from '../../src/render/lint.ts'
import { ciIds } from '../../src/render/provider-names.ts'
import { renderProvider } from '../../src/render/providers.ts'
import { withDefaultEnvironments } from '../../src/targets/default-environments.ts'
import { targets } from '../../src/targets.ts'
import { textsIn } from '../../src/text.ts'
import { bashSyntax } from '../lint/tools.ts'
import { sampleApp, sampleChoice, sampleContext } from '../sample-app.ts'

const hostile = fc.constantFrom(
  'npm run build',
  'make && ./run.sh | tee log',
  'echo "$(id)" `id` $PORT',
  "node 'a b.js'",
  'x: y # z',
  'no',
  '12:34',
  '<!-- @team -->',
  'a\nRUN curl evil',
  '${{ secrets.TOKEN }}',
  '日本語 start',
)
const path = fc.constantFrom('.', 'apps/api', 'a b/c', 'ünïcode', '[x]/*', '${{ x }}', "it's", 'no', '-rf')
const version = fc.constantFrom('9.1.0', '1.22.22', '4.5.0', null)

const app: fc.Arbitrary<App> = fc
  .record({
    kind: fc.constantFrom<Kind>('static', 'ssr', 'server', 'serverless', 'worker'),
    language: fc.constantFrom<Language | null>(
      'node',
      'python',
      'go',
      'java',
      'ruby',
      'php',
      'dotnet',
      'rust',
      'elixir',
      null,
    ),
    framework: fc.constantFrom(
      'express',
      'next',
      'nuxt',
      'django',
      'rails',
      'laravel',
      'spring-boot',
      'sam',
      'cdk',
      'sst',
      null,
    ),
    root: path,
    name: fc.constantFrom('shop', 'a', 'web-api-2'),
    manager: fc.constantFrom('npm', 'pnpm', 'yarn', 'bun', 'pip', 'poetry', 'uv', 'pipenv', 'maven', 'gradle'),
    version,
    runtime: fc.constantFrom(
      null,
      { name: 'node', version: '22', from: '.nvmrc' },
      { name: 'python', version: '3.11', from: 'x' },
      { name: 'go', version: '1.22', from: 'go.mod' },
    ),
    install: fc.option(hostile),
    build: fc.option(hostile),
    test: fc.option(hostile),
    start: fc.option(hostile),
    port: fc.option(fc.constantFrom(80, 3000, 8080)),
    honoursPort: fc.option(fc.boolean()),
    healthPath: fc.option(fc.constantFrom('/health', '/a"b', "/it's", '/${{ x }}', '/a b\n')),
    env: fc.subarray(['DATABASE_URL', 'PORT', 'A B', 'X"Y', '${{ x }}', 'JWT_SECRET']),
    needs: fc.subarray([
      'postgresql',
      'redis',
      'system package: ffmpeg',
      'system package: $(id)',
      'install script',
      'private packages: NPM_TOKEN',
      'aws resource: AWS::SQS::Queue',
      'aws resource: AWS::ECR::Repository',
      'aws resource: AWS::X::Y (named)',
    ]),
    own: fc.option(fc.record({ path, context: path, ports: fc.subarray([80, 9000]) })),
  })
  .map(({ manager, version: pinned, own, framework, root, ...rest }) =>
    sampleApp({
      ...rest,
      root,
      framework,
      packageManager: { name: manager, version: pinned },
      dockerfile: own && {
        path: `${own.path}/Dockerfile`,
        context: own.context,
        ports: own.ports,
        usable: true,
        platform: null,
        stage: null,
      },
      definition: framework === 'sam' || framework === 'cdk' ? `${root === '.' ? '' : `${root}/`}template.yaml` : null,
    }),
  )

const context: fc.Arbitrary<Context> = fc
  .record({
    name: fc.constantFrom('shop', 'My.Repo_2', '---', 'ショップ'),
    owner: fc.constantFrom('octo-org', null),
    branch: fc.constantFrom('main', "it's", 'release/2026.11', '${{ x }}', 'a#b', 'x$(id)'),
    partition: fc.constantFrom('aws' as const, 'aws-cn' as const, 'aws-us-gov' as const),
    environments: fc.constantFrom(null, 'none' as const, [
      { name: "dev's ${{ x }}", account: '012345678901', region: 'ap-northeast-1', branch: 'develop', approval: false },
      { name: 'staging', account: null, region: null, branch: null, approval: false },
      { name: 'production', account: '111111111111', region: null, branch: null, approval: true },
    ]),
  })
  .map(({ name, owner, branch, partition, environments }) =>
    sampleContext({ repository: { name, owner, defaultBranch: branch }, aws: { partition }, config: { environments } }),
  )

/** All of one target's files with those of the CI provider and the bootstrap template. */
function files(rendering: Rendering, where: Context) {
  const bootstrap = renderBootstrap([rendering], where)
  const provider = renderProvider([rendering], where)
  return [...rendering.files, ...(provider?.files ?? []), ...(bootstrap?.ok ? bootstrap.rendering.files : [])]
}

/** What makes an app one that the target takes, whatever else it is: most combinations are refused otherwise. */
const suited: Readonly<Record<TargetId, Partial<App>>> = {
  amplify: { kind: 'static', framework: 'vite', output: 'dist' },
  apprunner: { kind: 'server', language: 'node', runtime: null },
  ecr: {},
  sam: { kind: 'serverless', framework: 'sam', definition: 'template.yaml' },
  cdk: { kind: 'serverless', framework: 'cdk', definition: 'cdk.json' },
  'lambda-web': { kind: 'server', language: 'node', runtime: null },
}

function render(id: TargetId, one: App, where: Context, ci: CiId) {
  const target = targets.find((candidate) => candidate.id === id)
  if (!target?.serves(one, textsIn('en')).ok || !target.fits(one, where, ci).ok) return null
  try {
    return files(target.render([sampleChoice(one, { target: target.id, ci })], where), where)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

// The others run jobs in one image, with Node.js for the CDK or another language.
const bothLanguages: ReadonlySet<CiId> = new Set(['github-actions', 'codepipeline'])

/** The targets that other CI providers than GitHub Actions have a part in, and which. */
const others: Readonly<Record<string, readonly CiId[]>> = { sam: ciIds, ecr: ciIds, cdk: ciIds }
const offered = targets.flatMap(({ id }) => (others[id] ?? ['github-actions' as const]).map((ci) => [id, ci] as const))

it.each(
  offered,
)('G60 whatever the app, the names and the environments, what %s by %s emits keeps every rule', (id, ci) => {
  let taken = 0
  fc.assert(
    fc.property(app, context, (any, given) => {
      const one = {
        ...any,
        ...suited[id],
        ...(id === 'cdk' && !bothLanguages.has(ci) ? { language: 'node' as const } : {}),
      }
      const where = withDefaultEnvironments([sampleChoice(one, { target: id })], given)
      const emitted = render(id, one, where, ci)
      if (emitted === null) return
      taken += 1
      expect(lint(emitted)).toEqual([])
      expect(emitted.filter(({ path: at }) => !isAllowedPath(at, [one.root]))).toEqual([])
      for (const { path: at, content } of emitted.filter((file) => /Dockerfile$/.test(file.path)))
        expect([at, content.split('\n').filter((line) => /^RUN curl/.test(line))]).toEqual([at, []])
      expect(render(id, one, where, ci)).toEqual(emitted)
    }),
    { numRuns: 40, seed: 20261122 },
  )
  expect(taken).toBeGreaterThan(3)
})

it('G42 every script that is emitted for hostile commands and names can be read by bash', () => {
  const scripts = new Set<string>()
  fc.assert(
    fc.property(app, context, (any, given) => {
      const one = { ...any, ...suited.sam, language: any.language ?? 'node' }
      const where = withDefaultEnvironments([sampleChoice(one, { target: 'sam' })], given)
      for (const { path: at, content } of render('sam', one, where, 'gitlab') ?? [])
        if (at.endsWith('.sh')) scripts.add(content)
    }),
    { numRuns: 60, seed: 20261122 },
  )
  expect(scripts.size).toBeGreaterThan(20)
  expect([...scripts].filter((text) => bashSyntax(text) !== '')).toEqual([])
})
