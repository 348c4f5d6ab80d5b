import { describe, expect, it } from 'vitest'
import type { App, Choice, GeneratedFile, Rendered, Rendering } from '../../src/model.ts'
import { renderBootstrap } from '../../src/render/bootstrap.ts'
import { renderCi } from '../../src/render/ci.ts'
import { blobId, lockFile } from '../../src/render/lock.ts'
import { type Proposal, pullRequest } from '../../src/render/pull-request.ts'
import { amplify } from '../../src/targets/amplify.ts'
import { textsIn } from '../../src/text.ts'
import { type ContextParts, sampleApp, sampleChoice, sampleContext, sampleSite } from '../sample-app.ts'

const commit = '0123456789abcdef0123456789abcdef01234567'

/** A target with a deploy role, smaller than a real one. */
const image: Rendering = {
  files: [
    {
      path: '.github/workflows/deploy.yml',
      mode: '100644',
      content: 'name: Deploy\npermissions:\n  id-token: write\n',
      purpose: 'Builds the image and deploys it',
    },
  ],
  steps: [],
  settings: [
    { name: 'SERVICE_NAME', kind: 'variable', environment: 'production', example: 'shop', why: 'Name of the service' },
  ],
  permissions: [
    {
      why: 'Sign in to ECR',
      statement: { Sid: 'Login', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
    },
    {
      why: 'Push the image',
      statement: {
        Sid: 'Push',
        Effect: 'Allow',
        Action: ['ecr:PutImage', 'ecr:UploadLayerPart'],
        Resource: { 'Fn::GetAtt': ['Repository', 'Arn'] },
      },
    },
  ],
  bootstrap: null,
  happens: [{ when: 'On every push to `main`', what: 'The image is built and deployed.' }],
  warnings: [],
  costs: ['A load balancer runs all the time.'],
  leftovers: ['The ECR repository `shop`.'],
  facts: [],
  delivery: ['push to main', 'GitHub Actions builds the image', 'Amazon ECR', 'Amazon ECS', 'visitors'],
}

const api = sampleApp({
  root: 'apps/api',
  name: 'api',
  remarks: ['`.nvmrc` says 22 and the Dockerfile 18; 22 is used.'],
})
const web = sampleSite({
  root: 'apps/web',
  name: 'web',
  evidence: [{ id: 'E1', path: 'apps/web/package.json', line: 12, says: '"vite": "^7.0.0"' }],
})

function proposal(choices: readonly Choice[], given: ContextParts = {}): Proposal {
  const context = sampleContext(given)
  const [site, ...sites] = choices.filter(({ target }) => target === 'amplify')
  const rendered: Rendered[] = [
    ...(site ? [{ of: 'amplify' as const, rendering: amplify.render([site, ...sites], context) }] : []),
    ...(choices.some(({ target }) => target === 'ecr') ? [{ of: 'ecr' as const, rendering: image }] : []),
  ]
  const ci = renderCi(choices, [], context)
  const bootstrap = renderBootstrap(
    rendered.map(({ rendering }) => rendering),
    context,
  )
  const all: Rendered[] = [
    ...rendered,
    ...(ci ? [{ of: 'ci' as const, rendering: ci }] : []),
    ...(bootstrap?.ok ? [{ of: 'bootstrap' as const, rendering: bootstrap.rendering }] : []),
  ]
  const files: GeneratedFile[] = all.flatMap(({ rendering }) => rendering.files)
  return {
    plan: { choices, existing: [], notes: [], question: null },
    rendered: all,
    files: [
      ...files,
      lockFile(
        { apps: {}, files: Object.fromEntries(files.map((file) => [file.path, blobId(file.content)])) },
        textsIn('en'),
      ),
    ].map((file) => ({ ...file, action: 'create' })),
    leftAlone: [],
    commit,
    context,
  }
}

const rejected = [
  { id: 'R1', target: 'apprunner', possible: false, because: 'App Runner is closed to new customers.' },
] as const
const by = { login: 'octocat', url: 'https://github.com/octo-org/shop/issues/3#issuecomment-9' }

const proposals: Readonly<Record<string, Proposal>> = {
  'single-site': proposal(
    [sampleChoice(sampleSite(), { target: 'amplify', because: 'It is a site of static files.' })],
    { request: { by } },
  ),
  'server-and-site': proposal(
    [sampleChoice(web, { target: 'amplify' }), sampleChoice(api, { target: 'ecr', rejected })],
    { request: { by } },
  ),
  'ci-only': proposal(
    [sampleChoice(sampleApp({ start: null }), { because: 'It is a library: there is nothing to deploy.' })],
    { repository: { owner: null } },
  ),
}

const body = (name: string) => pullRequest(proposals[name] ?? proposal([])).body

describe('pullRequest', () => {
  it.each(Object.entries(proposals))('writes the body for %s', async (name, of) => {
    const { title, body } = pullRequest(of)
    await expect(`# ${title}\n\n${body}`).toMatchFileSnapshot(`../expected/pull-request/${name}.md`)
  })

  it('says in the first lines what merging and closing do, and that nothing is deployed before', () => {
    for (const name of Object.keys(proposals)) {
      const lines = body(name).split('\n').slice(0, 3).join(' ')
      expect(lines).toMatch(/\*\*Merging\*\* adds \d+ files?.*Closing it changes nothing.*before the merge/)
    }
  })

  it('names what to do before the merge with commands to paste, and never ticks a box', () => {
    const text = body('server-and-site')
    expect(text).toContain('gh variable set AWS_ROLE_ARN --env production --body')
    expect(text).toContain('gh variable set SERVICE_NAME --env production --body shop')
    expect(text).toContain('- [ ] ')
    expect(text).not.toMatch(/- \[x\]/i)
  })

  it('links each proof to its line at the commit that was read', () => {
    expect(body('server-and-site')).toContain(
      `[\`apps/web/package.json:12\`](https://github.com/octo-org/shop/blob/${commit}/apps/web/package.json#L12)`,
    )
    expect(body('ci-only')).not.toContain('](https://github.com/octo-org')
  })

  it('spells out the trust subject and every permission', () => {
    const text = body('server-and-site')
    expect(text).toContain('`repo:octo-org/shop:environment:production`')
    expect(text).toContain('`ecr:PutImage` `ecr:UploadLayerPart`')
    expect(text).toContain('`Repository.Arn`')
  })

  it('names what was left alone, first', () => {
    const text = pullRequest({
      ...proposal([sampleChoice(sampleSite(), { target: 'amplify' })]),
      leftAlone: [{ path: 'amplify.yml', why: 'it exists and was not generated here' }],
    }).body
    expect(text.indexOf('`amplify.yml` was left alone')).toBeGreaterThan(0)
    expect(text.indexOf('was left alone')).toBeLessThan(text.indexOf('### Files'))
  })

  it('G52 names the actions that GitHub Enterprise Server does not carry', () => {
    const go = sampleApp({ language: 'ruby', install: 'bundle install', test: 'rake' })
    const text = pullRequest(
      proposal([sampleChoice(go)], { repository: { enterprise: true, host: 'git.corp.example' } }),
    ).body
    expect(text).toMatch(/GitHub Connect/)
    expect(text).toContain('`ruby/setup-ruby`')
    expect(text).not.toContain('github.com/octo-org')
  })

  it('is the same every time', () => {
    for (const of of Object.values(proposals)) expect(pullRequest(of)).toEqual(pullRequest(of))
  })
})

const hostile = [
  '@octo-org/everyone',
  '![x](https://evil.example/b.png)',
  '<img src=x onerror=y>',
  '<!-- cicd:marker -->',
  '| a | b |',
  '${{ secrets.X }}',
  '`</details>`',
  '\n# Heading\n',
  '[click](https://evil.example)',
  '"]; click n0 "https://evil.example"',
  '\u202egnp',
]

function hostileApp(text: string): App {
  return sampleSite({
    root: `apps/${text}`,
    name: 'web',
    framework: text,
    remarks: [text],
    packageManager: { name: text, version: text },
    runtime: { name: 'node', version: '22', from: text },
    env: [text],
    evidence: [{ id: 'E1', path: text, line: 1, says: text }],
  })
}

describe('B37 hostile names', () => {
  it.each(hostile)('%j stays inert in title and body', (text) => {
    const of = proposal([
      sampleChoice(hostileApp(text), {
        target: 'amplify',
        because: text,
        rejected: [{ id: 'R1', target: 'ecr', possible: false, because: text }],
      }),
    ])
    const { title, body } = pullRequest({
      ...of,
      plan: { ...of.plan, notes: [text] },
      leftAlone: [{ path: text, why: text }],
    })
    expect(title).toBe('Deploy web to Amplify Hosting, with CI')
    const visible = body.replace(/```+[\s\S]*?\n\s*```+/g, '').replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')
    expect(visible).not.toMatch(/@octo-org|!\[|<img|<!--|\n# Heading|\[click\]\(|\u202e/)
    expect(visible.match(/<\/details>/g)?.length).toBe(visible.match(/<details>/g)?.length)
    for (const row of visible.split('\n').filter((line) => line.startsWith('| '))) {
      expect(row.match(/(?<!\\)\|/g)?.length).toBeLessThanOrEqual(5)
    }
  })
})

describe('B67 a body beyond the limit', () => {
  it('falls back to short forms, keeps the lead and says what is missing', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      id: `E${index}`,
      path: `${'x'.repeat(100)}${index}`,
      line: 1,
      says: 'y'.repeat(250),
    }))
    const apps = Array.from({ length: 120 }, (_, index) =>
      sampleSite({
        root: `apps/a${index}`,
        name: `a${index}`,
        evidence: [many[0] ?? { id: '', path: '', line: 1, says: '' }, ...many],
      }),
    )
    const { body } = pullRequest(proposal(apps.map((app) => sampleChoice(app, { target: 'amplify' }))))
    expect(body.length).toBeLessThanOrEqual(60_000)
    expect(body).toMatch(/^\*\*Merging\*\*/)
    expect(body).toContain('### Files')
    expect(body).toMatch(/and \d+ more/)
    expect(body.match(/<\/details>/g)?.length).toBe(body.match(/<details>/g)?.length)
  })
})
