import { describe, expect, it } from 'vitest'
import { nextStep } from '../../src/targets/next-steps.ts'
import { targets } from '../../src/targets.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp } from '../sample-app.ts'

const foreign = (framework: string) =>
  sampleApp({ kind: 'serverless', framework, definition: 'x.yml', start: null, port: null, honoursPort: null })

describe('an app that no target delivers', () => {
  it.each([
    ['serverless-framework', 'npx serverless deploy', 'serverless.com'],
    ['sst', 'npx sst deploy', 'sst.dev'],
    ['chalice', 'chalice package', 'aws.github.io/chalice'],
    ['amplify-gen2', 'ampx pipeline-deploy', 'docs.amplify.aws'],
    ['copilot', '2026-06-12', 'aws.amazon.com'],
    ['elastic-beanstalk', 'ECS Express Mode', 'docs.aws.amazon.com'],
    ['cloudformation', 'aws cloudformation deploy', 'docs.aws.amazon.com'],
    ['firebase-functions', 'Google Cloud', 'firebase.google.com'],
  ])('G15 G28 %s is told its own way, with a link', (framework, says, link) => {
    const app = foreign(framework)
    expect(targets.filter((target) => target.serves(app, textsIn('en')).ok)).toEqual([])
    expect(nextStep(app, textsIn('en'))).toContain(says)
    expect(nextStep(app, textsIn('en'))).toContain(`https://${link.startsWith('serverless') ? 'www.' : ''}${link}`)
  })

  it('says what is missing for an image', () => {
    const app = sampleApp({ language: 'elixir', framework: null, kind: 'worker', start: null })
    expect(nextStep({ ...app, language: 'python' }, textsIn('en'))).toContain('Add a Dockerfile')
  })
})
