import { describe, expect, it } from 'vitest'
import type { App, Choice, Context, Rendering, Some } from '../../src/model.ts'
import { ecr } from '../../src/targets/ecr.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp, sampleChoice, sampleContext, sampleSite } from '../sample-app.ts'
import { samples } from './ecr/samples.ts'
import { expectGolden, fileOf } from './golden.ts'

const context = sampleContext()
const render = (app: App, where: Context = context): Rendering => ecr.render([sampleChoice(app)], where)
const paths = (rendering: Rendering) => rendering.files.map((file) => file.path)
const dockerfile = (app: App): string => fileOf(render(app), app.root === '.' ? 'Dockerfile' : `${app.root}/Dockerfile`)

const environments = [
  { name: 'development', account: '012345678901', region: 'ap-northeast-1', branch: null, approval: false },
  { name: 'production', account: '210987654321', region: 'ap-northeast-1', branch: null, approval: true },
]

describe('golden files', () => {
  it.each(Object.entries(samples))('%s', async (name, app) => {
    expect(ecr.serves(app, textsIn('en'))).toMatchObject({ ok: true })
    await expectGolden(name, ecr, [sampleChoice(app)], context)
  })

  it('two apps and two environments in two accounts', async () => {
    const worker = samples.worker
    const api = samples['node-pnpm-turbo']
    if (!worker || !api) throw new Error('a sample is gone')
    const choices: Some<Choice> = [sampleChoice(api), sampleChoice({ ...worker, root: 'apps/mailer' })]
    await expectGolden('two-environments', ecr, choices, sampleContext({ config: { environments } }))
  })

  it('an environment for each branch', async () => {
    const list = environments.map((item) => ({ ...item, branch: item.name === 'production' ? 'main' : 'develop' }))
    await expectGolden(
      'two-branches',
      ecr,
      [sampleChoice(sampleApp())],
      sampleContext({ config: { environments: list } }),
    )
  })
})

describe('what it serves', () => {
  it('refuses a static site', () => {
    expect(ecr.serves(sampleSite(), textsIn('en'))).toMatchObject({
      ok: false,
      because: 'A static site needs no container that runs all day.',
    })
  })

  it('refuses an app that nothing says how to start', () => {
    expect(ecr.serves(sampleApp({ start: null }), textsIn('en'))).toMatchObject({ ok: false, id: 'ecr.no-dockerfile' })
  })

  it('G42 refuses a command with a line break, which would be another instruction', () => {
    expect(ecr.serves(sampleApp({ build: 'npm run build\nRUN curl evil' }), textsIn('en'))).toMatchObject({ ok: false })
  })

  it.each(['go', 'java-maven', 'laravel'])('G23 serves %s without a Dockerfile by writing one', (name) => {
    const app = samples[name]
    if (!app) throw new Error('a sample is gone')
    expect(ecr.serves(app, textsIn('en'))).toMatchObject({ ok: true, id: 'ecr.generated' })
    expect(paths(render(app))).toContain('Dockerfile')
  })

  it('starts the script that installDist makes', () => {
    const app = samples['java-gradle']
    if (!app) throw new Error('a sample is gone')
    const installed = {
      ...app,
      framework: 'ktor',
      build: './gradlew installDist',
      start: 'build/install/chat/bin/chat',
    }
    const dockerfile = fileOf(render(installed), 'Dockerfile')
    expect(dockerfile).toContain('--no-daemon installDist')
    expect(dockerfile).toContain('RUN cp -r build/install/chat /out')
    expect(dockerfile).toContain('CMD ["/app/bin/chat"]')
  })

  it('says which CI provider it cannot do', () => {
    const jenkins = sampleContext({ request: { ci: 'jenkins' } })
    const arm = {
      path: 'Dockerfile',
      context: '.',
      ports: [],
      usable: true,
      platform: 'linux/arm64',
      stage: null,
    } as const
    expect(ecr.fits(sampleApp({ dockerfile: arm }), jenkins, 'jenkins')).toMatchObject({
      ok: false,
      because: expect.stringContaining('Jenkins'),
    })
  })
})

describe('a Dockerfile of the repository', () => {
  const own = { path: 'deploy/Dockerfile', context: '.', ports: [8085], usable: true, platform: null, stage: null }

  it('G9 is used, and no second one is written', () => {
    const rendering = render(sampleApp({ dockerfile: own }))
    expect(paths(rendering).filter((path) => /Dockerfile|dockerignore/.test(path))).toEqual([])
    expect(fileOf(rendering, '.github/workflows/deploy-shop.yml')).toContain('file: deploy/Dockerfile')
  })

  it('G8 is built from the root where it copies from there', () => {
    expect(fileOf(render(sampleApp({ dockerfile: own })), '.github/workflows/deploy-shop.yml')).toContain(
      "context: '.'",
    )
  })

  it('G11 gives the port, and a clash with the code is named', () => {
    const rendering = render(sampleApp({ dockerfile: own, port: 3000 }))
    expect(fileOf(rendering, 'infra/cicd/shop/service.json')).toContain('"containerPort": 8085')
    expect(rendering.warnings).toContainEqual(expect.stringContaining('exposes port 8085, the code listens on 3000'))
  })

  it('D28 with several ports leaves the choice to the code', () => {
    const rendering = render(sampleApp({ dockerfile: { ...own, ports: [8085, 9090] }, port: 8090 }))
    expect(fileOf(rendering, 'infra/cicd/shop/service.json')).toContain('"containerPort": 8090')
  })

  it('G59 for ARM64 is built and run on ARM64', () => {
    const rendering = render(sampleApp({ dockerfile: { ...own, platform: 'linux/arm64' } }))
    const workflow = fileOf(rendering, '.github/workflows/deploy-shop.yml')
    expect(workflow).toContain('platforms: linux/arm64')
    expect(workflow).toContain('runs-on: ubuntu-24.04-arm')
    expect(fileOf(rendering, 'infra/cicd/shop/service.json')).toContain('"cpuArchitecture": "ARM64"')
  })

  it('that is for development only is not used', () => {
    expect(paths(render(sampleApp({ dockerfile: { ...own, usable: false } })))).toContain('Dockerfile')
  })

  it('that cannot be used stays where it is, and ours lies elsewhere', () => {
    const rendering = render(sampleApp({ dockerfile: { ...own, path: 'Dockerfile', usable: false } }))
    expect(paths(rendering)).toContain('infra/cicd/shop/Dockerfile')
    expect(paths(rendering)).toContain('infra/cicd/shop/Dockerfile.dockerignore')
    expect(fileOf(rendering, '.github/workflows/deploy-shop.yml')).toContain('file: infra/cicd/shop/Dockerfile')
  })
})

describe('names that are taken', () => {
  it('a Dockerfile of something else at that name is not built', () => {
    const rendering = render(sampleApp({ occupied: ['Dockerfile'] }))
    expect(paths(rendering)).toContain('infra/cicd/shop/Dockerfile')
    expect(rendering.warnings.join()).toContain('`Dockerfile` stays as it is and is not used')
    expect(rendering.warnings.join()).toContain('The workflow builds `infra/cicd/shop/Dockerfile`')
  })

  it('G45 a dockerfile in another spelling takes the name too', () => {
    expect(paths(render(sampleApp({ occupied: ['dockerfile'] })))).not.toContain('Dockerfile')
  })

  it('an ignore file for something else is overruled by one beside the Dockerfile', () => {
    const files = paths(render(sampleApp({ occupied: ['.dockerignore'] })))
    expect(files).toContain('Dockerfile')
    expect(files).toContain('Dockerfile.dockerignore')
    expect(files).not.toContain('.dockerignore')
  })
})

describe('a Dockerfile that is written', () => {
  it('installs nothing for a Python server without packages', () => {
    const app = { ...(samples['python-pip'] ?? sampleApp()), packageManager: null, install: null, lockfile: null }
    expect(dockerfile(app)).not.toContain('pip install')
  })

  it('D5 starts Nuxt by the server of its output', () => {
    expect(dockerfile(sampleApp({ framework: 'nuxt', start: 'node index.js' }))).toContain(
      'CMD ["node", ".output/server/index.mjs"]',
    )
  })

  it('D20 copies turbo.json and the manifest of every package before the install', () => {
    const text = dockerfile(samples['node-pnpm-turbo'] ?? sampleApp())
    expect(text.indexOf('turbo.json')).toBeGreaterThan(0)
    expect(text.indexOf('turbo.json')).toBeLessThan(text.indexOf('pnpm install'))
    expect(text).toMatch(/COPY --parents [^\n]*\*\*\/package\.json/)
  })

  it('D14 has no frozen install without a lockfile', () => {
    expect(dockerfile(sampleApp({ lockfile: null }))).toMatch(/npm install$/m)
    expect(dockerfile(sampleApp({ lockfile: null }))).not.toContain('npm ci')
  })

  it('G3 calls no other manager than the one of the repository', () => {
    expect(dockerfile(samples['node-pnpm-turbo'] ?? sampleApp())).not.toMatch(/(?<!p)\bnpm\b/)
  })

  it.each(
    Object.entries(samples).filter(([, app]) => app.dockerfile === null),
  )('of %s has no root process, no latest, and a check', (_, app) => {
    const text = dockerfile(app)
    const last = text.slice(text.lastIndexOf('FROM '))
    expect(last).toMatch(/^USER (?!root)/m)
    expect(text).not.toMatch(/^FROM \S+:latest|^FROM [^\s:]+(?: AS \w+)?$(?<!FROM base(?: AS build)?)/m)
    expect(last.includes('HEALTHCHECK')).toBe(app.kind !== 'worker')
  })
})

describe('a worker', () => {
  const server = sampleApp()
  const worker = sampleApp({ kind: 'worker', name: 'jobs', port: null, start: 'node worker.js' })

  it('beside a server has no Dockerfile of its own, and its own command', () => {
    const rendering = ecr.render([sampleChoice(worker), sampleChoice(server)], context)
    expect(paths(rendering).filter((path) => path === 'Dockerfile')).toHaveLength(1)
    expect(fileOf(rendering, 'Dockerfile')).toContain('EXPOSE 3000')
    expect(fileOf(rendering, 'infra/cicd/jobs/service.yaml')).toMatch(/Command:\n +- node\n +- worker\.js/)
  })

  it('replaces the command of a Dockerfile that was written for the server', () => {
    const own = { path: 'Dockerfile', context: '.', ports: [3000], usable: true, platform: null, stage: null }
    expect(fileOf(render({ ...worker, dockerfile: own }), 'infra/cicd/jobs/service.yaml')).toContain('Command:')
  })
})

describe('packages at build time', () => {
  it('are installed after everything else where an install script reads files', () => {
    const text = dockerfile(sampleApp({ needs: ['install script'] }))
    expect(text.indexOf('COPY . .')).toBeLessThan(text.indexOf('npm ci'))
  })

  it('G50 come with a token that stays in no layer', () => {
    const rendering = render(sampleApp({ needs: ['private packages: NPM_TOKEN'] }))
    expect(fileOf(rendering, 'Dockerfile')).toContain('--mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN')
    expect(fileOf(rendering, '.github/workflows/deploy-shop.yml')).toContain(
      'secrets: NPM_TOKEN=${{ secrets.NPM_TOKEN }}',
    )
  })

  it('leave a process on a low port to root, since nobody else may listen there', () => {
    expect(dockerfile(sampleApp({ port: 80 }))).not.toContain('USER node')
  })
})

describe('the workflow', () => {
  const workflow = (app: App, where = context) => fileOf(render(app, where), `.github/workflows/deploy-${app.name}.yml`)

  it('G51 uses the image of a commit again instead of pushing its tag twice', () => {
    const text = workflow(sampleApp())
    expect(text).toContain('TAG: ${{ inputs.commit || github.sha }}')
    expect(text.match(/if: \$\{\{ steps\.existing\.outputs\.digest == '' }}/g)).toHaveLength(2)
  })

  it('goes on to production after development, with the image that development ran', () => {
    const text = workflow(sampleApp(), sampleContext({ config: { environments } }))
    expect(text).toContain('needs: deploy-development')
    expect(text.match(/docker\/build-push-action/g)).toHaveLength(1)
  })

  it('watches the folders of a workspace member and what it is built from', () => {
    const text = workflow(samples['node-pnpm-turbo'] ?? sampleApp())
    expect(text).toContain('- apps/api/**')
    expect(text).toContain('- packages/db/**')
  })
})

describe('permissions', () => {
  const all = [...render(sampleApp()).permissions, ...render(sampleApp({ kind: 'worker' })).permissions].map(
    ({ statement }) => statement,
  )

  it('G38 never allow every action, and pass one role to one service', () => {
    expect(all.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([])
    for (const statement of all.filter(({ Action }) => Action.includes('iam:PassRole'))) {
      expect(statement.Resource).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Arn'] })
      expect(statement.Condition).toEqual({ StringEquals: { 'iam:PassedToService': expect.any(String) } })
    }
  })

  it('G39 name no partition and no account of their own', () => {
    expect(JSON.stringify(all)).not.toMatch(/arn:aws[:-]/)
  })

  it('G39 keep the zero in front of an account id', () => {
    const rendering = render(sampleApp(), sampleContext({ config: { environments } }))
    expect(JSON.stringify(rendering.bootstrap)).toContain('iam::012345678901:root')
  })
})
