import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { App } from '../../src/model.ts'
import { rewriteRule } from '../../src/targets/amplify/rewrites.ts'
import { amplify } from '../../src/targets/amplify.ts'
import { textsIn } from '../../src/text.ts'
import { type ContextParts, sampleChoice, sampleContext, sampleSite } from '../sample-app.ts'

const pnpm = {
  packageManager: { name: 'pnpm', version: '9.1.0' },
  install: 'pnpm install --frozen-lockfile',
  build: 'pnpm run build',
  lockfile: 'pnpm-lock.yaml',
}
const nextApp = sampleSite({
  kind: 'ssr',
  framework: 'next',
  frameworkMajor: 15,
  output: '.next',
  spa: false,
  start: 'npm start',
  port: 3000,
})
const noNode = { packageManager: null, lockfile: null, spa: false, install: null } as const
const turbo = { root: '.', manager: 'pnpm', packageName: 'web', tool: 'turbo', members: ['packages/ui'] } as const

const sites: Readonly<Record<string, readonly App[]>> = {
  vite: [sampleSite()],
  'vite-without-lockfile': [sampleSite({ install: 'npm install', lockfile: null, runtime: null })],
  'vite-yarn': [
    sampleSite({
      install: 'yarn install --frozen-lockfile',
      build: 'yarn build',
      lockfile: 'yarn.lock',
      packageManager: { name: 'yarn', version: null },
    }),
  ],
  'vite-yarn-berry': [
    sampleSite({
      install: 'yarn install --immutable',
      build: 'yarn build',
      lockfile: 'yarn.lock',
      packageManager: { name: 'yarn', version: '4.5.0' },
    }),
  ],
  'vite-bun': [
    sampleSite({
      install: 'bun install --frozen-lockfile',
      build: 'bun run build',
      lockfile: 'bun.lock',
      packageManager: { name: 'bun', version: null },
    }),
  ],
  'next-ssr-pnpm': [{ ...nextApp, ...pnpm, env: ['DATABASE_URL', 'NEXT_PUBLIC_API', 'NODE_ENV'] }],
  'next-export': [sampleSite({ framework: 'next', frameworkMajor: 16, output: 'out', spa: false })],
  nuxt: [
    sampleSite({
      kind: 'ssr',
      framework: 'nuxt',
      frameworkMajor: 4,
      output: '.output',
      spa: false,
      start: 'node .output/server/index.mjs',
    }),
  ],
  'astro-server': [
    sampleSite({ kind: 'ssr', framework: 'astro', output: '.amplify-hosting', spa: false, env: ['API_KEY'] }),
  ],
  'sveltekit-server': [sampleSite({ kind: 'ssr', framework: 'sveltekit', output: 'build', spa: false })],
  'plain-html': [sampleSite({ ...noNode, language: null, framework: null, runtime: null, build: null, output: '.' })],
  hugo: [
    sampleSite({
      ...noNode,
      language: null,
      framework: 'hugo',
      runtime: { name: 'hugo', version: '0.150.0', from: 'netlify.toml' },
      build: 'hugo --gc --minify',
      output: 'public',
    }),
  ],
  jekyll: [
    sampleSite({
      ...noNode,
      language: 'ruby',
      framework: 'jekyll',
      runtime: { name: 'ruby', version: '3.3', from: 'default' },
      install: 'bundle install',
      build: 'bundle exec jekyll build',
      output: '_site',
    }),
  ],
  mkdocs: [
    sampleSite({
      ...noNode,
      language: 'python',
      framework: 'mkdocs',
      runtime: { name: 'python', version: '3.12', from: '.python-version' },
      install: 'pip install -r requirements.txt',
      build: 'mkdocs build',
      output: 'site',
    }),
  ],
  'monorepo-turbo': [
    { ...nextApp, ...pnpm, root: 'apps/web', name: 'web', workspace: turbo, build: 'pnpm --filter web run build' },
    sampleSite({
      ...pnpm,
      root: 'apps/docs',
      name: 'docs',
      workspace: { ...turbo, packageName: 'docs' },
      install: 'cd ../.. && pnpm install --frozen-lockfile',
    }),
  ],
  'one-folder': [sampleSite({ root: 'frontend', name: 'frontend', lockfile: 'frontend/package-lock.json' })],
}

function render([first, ...rest]: readonly App[], given: ContextParts = {}) {
  if (!first) throw new Error('no app')
  return amplify.render([sampleChoice(first), ...rest.map((app) => sampleChoice(app))], sampleContext(given))
}

const spec = (apps: readonly App[]) => render(apps).files[0]?.content ?? ''

describe('amplify', () => {
  it.each(Object.entries(sites))('writes amplify.yml for %s', async (name, apps) => {
    for (const app of apps) expect(amplify.serves(app, textsIn('en'))).toMatchObject({ ok: true })
    await expect(spec(apps)).toMatchFileSnapshot(`../expected/amplify/${name}/amplify.yml`)
  })

  it('gives the Amplify apps as CloudFormation too, with a password for what is not production', async () => {
    const environments = ['staging', 'production'].map((name) => ({
      name,
      account: null,
      region: null,
      branch: name === 'staging' ? 'develop' : null,
      approval: false,
    }))
    const { files, steps } = render(sites['monorepo-turbo'] ?? [], { config: { environments } })
    await expect(files[1]?.content).toMatchFileSnapshot('../expected/amplify/monorepo-turbo/infra/cicd/amplify.yaml')
    expect(steps.map((step) => step.title)).toContain(
      'Or: create the Amplify app with CloudFormation instead of the console',
    )
    const { Resources } = parse(files[1]?.content ?? '')
    expect(Resources.WebStaging.Properties).toMatchObject({
      BranchName: 'develop',
      BasicAuthConfig: { 'Fn::If': ['Locked', { Username: 'preview' }, {}] },
    })
    expect(Resources.WebProduction.Properties.BasicAuthConfig).toBeUndefined()
    expect([Resources.Web.Properties.Platform, Resources.Docs.Properties.Platform]).toEqual(['WEB_COMPUTE', 'WEB'])
  })

  it('writes customHttp.yml where the configuration asks for security headers, and says how to ask otherwise', async () => {
    const site = sites.vite ?? []
    const asked = { apps: [{ path: '.', target: null, ci: null, securityHeaders: true }] }
    const { files, steps } = render(site, { config: asked })
    const file = files.find(({ path }) => path === 'customHttp.yml')
    await expect(file?.content).toMatchFileSnapshot('../expected/amplify/vite/customHttp.yml')
    expect(steps.map(({ title }) => title)).not.toContain('If you like: security headers')
    const without = render(site)
    expect(without.files.map(({ path }) => path)).not.toContain('customHttp.yml')
    expect(without.steps.find(({ title }) => title.includes('security headers'))?.commands.join()).toContain(
      'securityHeaders: true',
    )
  })

  it('names the headers of a monorepo by the root of each app that wants them', () => {
    const config = { apps: [{ path: 'apps/web', target: null, ci: null, securityHeaders: true }] }
    const { files } = render(sites['monorepo-turbo'] ?? [], { config })
    const { applications } = parse(files.find(({ path }) => path === 'customHttp.yml')?.content ?? '')
    expect(applications).toMatchObject([{ appRoot: 'apps/web', customHeaders: [{ pattern: '**/*' }] }])
  })

  it('tells how to lock branches that are not production in the console, where there are some', () => {
    const title = 'If you like: a password for what is not production'
    const environments = [
      { name: 'staging', account: null, region: null, branch: 'develop', approval: false },
      { name: 'production', account: null, region: null, branch: null, approval: false },
    ]
    const { steps } = render(sites.vite ?? [], { config: { environments } })
    expect(steps.find((step) => step.title === title)?.text).toContain('`develop`')
    expect(render(sites.vite ?? []).steps.map((step) => step.title)).not.toContain(title)
  })

  it('writes no other file', () => {
    for (const apps of Object.values(sites))
      expect(render(apps).files.map((file) => file.path)).toEqual(['amplify.yml', 'infra/cicd/amplify.yaml'])
  })

  it('D3 publishes .next for a Next.js server and asks for the platform WEB_COMPUTE', () => {
    const { warnings, steps } = render([nextApp])
    expect(parse(spec([nextApp])).frontend.artifacts.baseDirectory).toBe('.next')
    expect(warnings.join()).toContain('WEB_COMPUTE')
    expect(steps.flatMap((step) => step.commands).join()).toContain('--platform WEB_COMPUTE')
  })

  it('hands the server its own variables and never the credentials of the build', () => {
    const commands = spec([
      { ...nextApp, env: ['DATABASE_URL', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'NODE_ENV', 'a$(b)'] },
    ])
    expect(commands).toContain("grep -E '^(DATABASE_URL)='")
    expect(commands).not.toMatch(/AWS_|\$\(b/)
  })

  it.each(['nuxt', 'astro-server', 'sveltekit-server'])('runs the server of %s with the Node that built it', (name) => {
    const [app] = sites[name] ?? []
    if (!app) throw new Error(`no sample ${name}`)
    const text = spec([{ ...app, runtime: { name: 'node', version: '24', from: '.nvmrc' } }])
    const { frontend } = parse(text)
    expect(frontend.phases.build.commands.at(-1)).toBe(
      `sed -i 's/"nodejs[0-9]*\\.x"/"nodejs24.x"/' ${frontend.artifacts.baseDirectory}/deploy-manifest.json`,
    )
  })

  it('publishes a site that lies at the root without the repository around it', () => {
    const { frontend } = parse(spec(sites['plain-html'] ?? []))
    expect(frontend.artifacts.baseDirectory).toBe('.site')
    expect(frontend.phases.build.commands.join()).toMatch(/tar --create --exclude-vcs .*--exclude=\.\/\.github/)
  })

  it('D4 publishes out for a static export, whatever the version', () => {
    const app = sites['next-export'] ?? []
    expect(parse(spec(app)).frontend.artifacts.baseDirectory).toBe('out')
    expect(render(app).warnings).toEqual([])
  })

  it('D21 lists several apps with their roots, folders relative to them, and names the variable', () => {
    const apps = sites['monorepo-turbo'] ?? []
    const { applications } = parse(spec(apps))
    expect(applications.map((entry: { appRoot: string }) => entry.appRoot)).toEqual(['apps/web', 'apps/docs'])
    expect(applications.map((entry: { frontend: { artifacts: unknown } }) => entry.frontend.artifacts)).toEqual([
      { baseDirectory: '.next', files: ['**/*'] },
      { baseDirectory: 'dist', files: ['**/*'] },
    ])
    expect(spec(apps)).toContain('AMPLIFY_MONOREPO_APP_ROOT')
  })

  it('G49 promises no preview for server code of a public repository, and says why', () => {
    const open = render([nextApp], { repository: { private: false } })
    expect(open.steps.map((step) => step.title).join()).not.toContain('preview')
    expect(open.warnings.join()).toContain('public')
    expect(
      render([nextApp])
        .steps.map((step) => step.title)
        .join(),
    ).toContain('preview')
    expect(
      render([sampleSite()], { repository: { private: false } })
        .steps.map((step) => step.title)
        .join(),
    ).toContain('preview')
  })

  it('gives the rewrite rule of a single-page app as a command that a shell reads back whole', () => {
    const rule = rewriteRule(sampleSite())
    const pattern = new RegExp((rule?.source ?? '').slice(2, -2))
    for (const path of ['/about', '/users/1', '/v1.2']) expect(pattern.test(path)).toBe(true)
    for (const path of ['/app.js', '/img/logo.avif', '/site.webmanifest']) expect(pattern.test(path)).toBe(false)
    expect(rewriteRule(sampleSite({ spa: false }))).toBeNull()
  })

  it.each([
    [sampleSite({ kind: 'server' }), 'amplify.not-a-site'],
    [{ ...nextApp, frameworkMajor: 16 }, 'amplify.next-version'],
    [sampleSite({ kind: 'ssr', framework: 'astro', output: 'dist' }), 'amplify.no-adapter'],
    [sampleSite({ kind: 'ssr', framework: 'nuxt', frameworkMajor: 2 }), 'amplify.nuxt-version'],
    [sampleSite({ output: null }), 'amplify.no-output'],
  ])('does not serve what it cannot run (%#: %s)', (app, id) => {
    expect(amplify.serves(app, textsIn('en'))).toMatchObject({ ok: false, id })
  })

  it('G52 does not fit another GitHub server, nor another partition', () => {
    expect(
      amplify.fits(
        sampleSite(),
        sampleContext({ repository: { enterprise: true, host: 'git.corp' } }),
        'github-actions',
      ).ok,
    ).toBe(false)
    expect(amplify.fits(sampleSite(), sampleContext({ aws: { partition: 'aws-cn' } }), 'github-actions').ok).toBe(false)
    expect(amplify.fits(sampleSite(), sampleContext(), 'github-actions').ok).toBe(true)
  })
})
