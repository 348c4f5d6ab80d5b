import { describe, expect, it } from 'vitest'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'

const json = (value: unknown) => JSON.stringify(value)
const site = (folder: string) => ({
  [`${folder}package.json`]: json({ scripts: { build: 'vite build' }, devDependencies: { vite: '6' } }),
  [`${folder}index.html`]: '',
})
const api = (folder: string) => ({
  [`${folder}requirements.txt`]: 'fastapi\nuvicorn\n',
  [`${folder}main.py`]: 'from fastapi import FastAPI\napp = FastAPI()\n',
})
const workflow = (...steps: readonly string[]) => ({
  '.github/workflows/deploy.yml': `on: push\njobs:\n  a:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
})
const outcomeOf = (files: Readonly<Record<string, string>>, target: 'ecr' | null = null) =>
  propose(treeOf(files), sampleContext({ request: { target } }))

describe('G46 a second pipeline to AWS is never added silently', () => {
  it.each([
    ['run: aws ecs update-service --force-new-deployment', api('')],
    ['run: aws s3 sync dist s3://bucket', site('')],
    ['uses: einaregilsson/beanstalk-deploy@v22', api('')],
  ])('%s', (step, files) => {
    const outcome = outcomeOf({ ...files, ...workflow(step) })
    expect(outcome.kind).toBe('nothing')
    expect(outcome.kind === 'nothing' && outcome.because).toContain('.github/workflows/deploy.yml')
  })

  it('Terraform with AWS credentials may deploy whatever is there', () => {
    const steps = [
      'uses: aws-actions/configure-aws-credentials@v4',
      'run: terraform apply plan\n        working-directory: terraform',
    ]
    expect(outcomeOf({ ...site('web/'), ...api('api/'), ...workflow(...steps) }).kind).toBe('nothing')
  })

  it('the target that is asked for by name is proposed all the same', () => {
    const files = { ...api(''), ...workflow('run: aws ecs update-service --force-new-deployment') }
    expect(outcomeOf(files, 'ecr').kind).toBe('proposal')
  })

  it('what delivers one app leaves the others open', () => {
    const files = {
      ...site('web/'),
      ...api('api/'),
      ...workflow('run: aws s3 sync dist s3://b\n        working-directory: web'),
    }
    const outcome = outcomeOf(files)
    expect(outcome.kind).toBe('proposal')
    const paths = outcome.kind === 'proposal' ? outcome.files.map(({ path }) => path) : []
    expect(paths).not.toContain('amplify.yml')
  })

  it('delivery to another provider is named, and no reason to stop', () => {
    const outcome = outcomeOf({ ...api(''), ...workflow('run: flyctl deploy') })
    expect(outcome.kind).toBe('proposal')
    expect(outcome.notes.join()).toContain('.github/workflows/deploy.yml line 5 (to fly)')
  })

  it('a workflow that only pushes an image to a public registry is no delivery', () => {
    expect(outcomeOf({ ...api(''), ...workflow('run: docker push ghcr.io/x/y') }).kind).toBe('proposal')
  })
})
