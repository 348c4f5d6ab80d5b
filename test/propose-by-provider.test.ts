import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CiId, Config, Outcome } from '../src/model.ts'
import { propose } from '../src/propose.ts'
import { sampleContext } from './sample-app.ts'
import { treeOf, treeOfFolder } from './tree-of.ts'

const repos = new URL('./repos/', import.meta.url).pathname
const tree = (name: string) => treeOfFolder(join(repos, name))

/** A fixture in the repository `octo-org/NAME`, with these flags. */
const contextOf = (name: string, request: Parameters<typeof sampleContext>[0] = {}) =>
  sampleContext({ ...request, repository: { name, ...request.repository } })

function proposal(outcome: Outcome) {
  if (outcome.kind !== 'proposal') throw new Error(JSON.stringify(outcome))
  return outcome
}

const combinations: readonly (readonly [fixture: string, ci: CiId])[] = [
  ['sam-python', 'gitlab'],
  ['sam-python', 'bitbucket'],
  ['sam-python', 'jenkins'],
  ['sam-python', 'codepipeline'],
  ['go', 'codepipeline'],
  ['go', 'gitlab'],
  ['go', 'bitbucket'],
  ['worker', 'jenkins'],
  ['cdk-typescript', 'codepipeline'],
  ['cdk-typescript', 'gitlab'],
]

/** The fixture after the merge of what was proposed, with these changes on top. */
function merged(name: string, outcome: Outcome, changes: Readonly<Record<string, string>> = {}) {
  const generated = Object.fromEntries(proposal(outcome).files.map(({ path, content }) => [path, content ?? '']))
  return treeOf({ ...Object.fromEntries(tree(name).files), ...generated, ...changes })
}

/** What a person reads and does: all before the list of files, and the table of what happens. */
function guideIn(body: string): string {
  const happens = body.slice(body.indexOf('| when | what |'))
  return `${body.slice(0, body.indexOf('### Files'))}${happens.slice(0, happens.indexOf('</details>'))}`
}

describe.each(combinations)('%s by --ci=%s', (name, ci) => {
  const context = contextOf(name, { request: { ci } })
  const outcome = propose(tree(name), context)

  it('gives a pull request that a stranger could follow', async () => {
    const { pullRequest, files } = proposal(outcome)
    const list = files.map(({ path, mode }) => `${mode} ${path}`).join('\n')
    const folder = `./expected/providers/${name}-${ci}`
    await expect(`${list}\n`).toMatchFileSnapshot(`${folder}/files.txt`)
    await expect(`# ${pullRequest.title}\n\n${guideIn(pullRequest.body)}`).toMatchFileSnapshot(`${folder}/guide.md`)
    expect(outcome.choices.map((choice) => choice.ci)).toEqual([ci])
  })

  it('speaks Japanese where it is asked to', () => {
    const { body } = proposal(propose(tree(name), contextOf(name, { request: { ci, lang: 'ja' } }))).pullRequest
    const steps = body.split('\n').filter((line) => line.startsWith('- [ ] '))
    expect(steps.length).toBeGreaterThan(2)
    expect(steps.filter((line) => !/[\u3040-\u30ff]/u.test(line))).toEqual([])
  })

  it('G54 stays as it is on the next run, which names no provider', () => {
    expect(propose(merged(name, outcome), contextOf(name))).toMatchObject({ kind: 'nothing' })
  })

  it('goes back to GitHub Actions when asked, and takes its own files away', () => {
    const back = proposal(propose(merged(name, outcome), contextOf(name, { request: { ci: 'github-actions' } })))
    const gone = back.files.filter(({ action }) => action === 'delete').map(({ path }) => path)
    expect(gone.length).toBeGreaterThan(0)
    expect(back.files.some(({ path, action }) => path.startsWith('.github/workflows/') && action === 'create')).toBe(
      true,
    )
  })

  it('--remove takes out all of it and keeps what a person changed', () => {
    const removal = contextOf(name, { request: { remove: true } })
    const all = proposal(outcome).files.map(({ path }) => path)
    const removed = proposal(propose(merged(name, outcome), removal))
    expect(removed.files.map(({ path }) => path).sort()).toEqual([...all].sort())
    expect(removed.files.every(({ action }) => action === 'delete')).toBe(true)
    const changed = all.find((path) => path.endsWith('.sh')) ?? ''
    const kept = proposal(propose(merged(name, outcome, { [changed]: 'mine\n' }), removal))
    expect(kept.files.map(({ path }) => path)).not.toContain(changed)
  })
})

describe('which provider', () => {
  const site = {
    'package.json': JSON.stringify({ scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0' } }),
    'index.html': '',
  }
  const server = {
    'package.json': JSON.stringify({ scripts: { start: 'node index.js' }, dependencies: { express: '5' } }),
    'index.js': 'require("express")().listen(process.env.PORT)\n',
  }

  it('is a question where the target deploys by itself', () => {
    const outcome = propose(treeOf(site), sampleContext({ request: { ci: 'gitlab' } }))
    expect(outcome).toMatchObject({
      kind: 'ask',
      question: {
        text: 'Amplify Hosting builds and deploys every push by itself. There is nothing that GitLab CI could run.',
        choices: ['/cicd setup'],
      },
    })
  })

  it('is a note where the configuration names it in vain', () => {
    const config: Partial<Config> = { apps: [{ path: '.', target: 'amplify', ci: 'jenkins' }] }
    const outcome = proposal(propose(treeOf(site), sampleContext({ config })))
    expect(outcome.notes.join()).toContain('asks for Jenkins for ., which has no part in it')
    expect(outcome.choices[0]?.ci).toBeNull()
  })

  it('comes from the configuration', () => {
    const config: Partial<Config> = { apps: [{ path: '.', target: null, ci: 'gitlab' }] }
    const { files } = proposal(propose(tree('sam-python'), contextOf('sam-python', { config })))
    expect(files.map(({ path }) => path)).toContain('.gitlab-ci.yml')
  })

  it('that a target has no pipeline for is a question with those that it has', () => {
    const python = {
      'cdk.json': '{"app": "python3 app.py"}',
      'app.py': 'import aws_cdk\n',
      'requirements.txt': 'aws-cdk-lib==2.200.0\n',
    }
    const outcome = propose(treeOf(python), sampleContext({ request: { ci: 'jenkins' } }))
    expect(outcome).toMatchObject({
      kind: 'ask',
      question: {
        text: expect.stringContaining('needs Node.js beside Python'),
        choices: ['/cicd setup', '/cicd setup --ci=codepipeline'],
      },
    })
  })

  it('of --target=lambda-web is GitHub Actions only', () => {
    const outcome = propose(treeOf(server), sampleContext({ request: { ci: 'gitlab', target: 'lambda-web' } }))
    expect(outcome).toMatchObject({ kind: 'ask', question: { text: expect.stringContaining('GitHub Actions only') } })
  })

  it('G43 leaves a file of the repository where it is, and puts its own beside the scripts', () => {
    const own = 'test:\n  script: [pytest]\n'
    const before = treeOf({ ...Object.fromEntries(tree('sam-python').files), '.gitlab-ci.yml': own })
    const { files, pullRequest } = proposal(propose(before, contextOf('sam-python', { request: { ci: 'gitlab' } })))
    const paths = files.map(({ path }) => path)
    expect(paths).not.toContain('.gitlab-ci.yml')
    expect(paths).toContain('infra/cicd/gitlab-ci.yml')
    expect(pullRequest.body).toContain('.gitlab-ci.yml is yours, and has to call it')
  })
})

it('G53 every action of a proposal is pinned to a commit, and named in the pull request for who keeps a list of allowed ones', () => {
  let seen = 0
  for (const name of readdirSync(repos)) {
    const outcome = propose(tree(name), contextOf(name))
    if (outcome.kind !== 'proposal') continue
    const used = outcome.files.flatMap(({ content }) =>
      [...(content ?? '').matchAll(/^\s*(?:- )?uses: (\S+)/gm)].map(([, action]) => action ?? ''),
    )
    seen += used.length
    expect([name, used.filter((action) => !/@[0-9a-f]{40}$/.test(action))]).toEqual([name, []])
    for (const action of used) expect(outcome.pullRequest.body).toContain(`[${action.split('@')[0]} `)
  }
  expect(seen).toBeGreaterThan(100)
})
