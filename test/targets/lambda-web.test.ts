import { describe, expect, it } from 'vitest'
import { choose } from '../../src/decide/choose.ts'
import { webScript } from '../../src/targets/lambda-web/script.ts'
import { lambdaWeb } from '../../src/targets/lambda-web.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp, sampleChoice, sampleContext } from '../sample-app.ts'
import { runScript } from './ecr/script.ts'
import { expectGolden, fileOf } from './golden.ts'

const app = sampleApp({ start: 'node dist/main.js', healthPath: '/health', env: ['DATABASE_URL'] })

describe('golden files', () => {
  it('express', () => expectGolden('express', lambdaWeb, [sampleChoice(app)], sampleContext()))
})

describe('what it serves', () => {
  it.each([
    ['Python', sampleApp({ language: 'python', runtime: null }), 'Node.js only'],
    ['a worker', sampleApp({ kind: 'worker' }), 'this is none'],
    ['a fixed port', sampleApp({ honoursPort: false, port: 8080 }), 'listens on 8080'],
    ['system packages', sampleApp({ imageOnly: ['needs ffmpeg'] }), 'needs ffmpeg'],
  ])('refuses %s', (_, refused, because) => {
    expect(lambdaWeb.serves(refused, textsIn('en'))).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    })
  })

  it('is chosen on request only', () => {
    const survey = { apps: [app], existing: [], notes: [], other: null, looked: [], question: null }
    expect(choose(survey, sampleContext()).choices.map(({ target }) => target)).toEqual(['apprunner'])
    const asked = choose(survey, sampleContext({ request: { target: 'lambda-web' } }))
    expect(asked.choices.map(({ target }) => target)).toEqual(['lambda-web'])
  })
})

describe('the workflow', () => {
  it('builds where native packages fit, and before it has credentials', () => {
    const text = fileOf(lambdaWeb.render([sampleChoice(app)], sampleContext()), '.github/workflows/deploy-shop.yml')
    expect(text).toContain('runs-on: ubuntu-24.04-arm')
    expect(text.indexOf('npm ci')).toBeLessThan(text.indexOf('Sign in to AWS'))
    expect(text).toContain('ENTRY: dist/main.js')
  })

  it('says that it is new, with the date', () => {
    expect(lambdaWeb.render([sampleChoice(app)], sampleContext()).warnings[0]).toContain('2026-10-01')
  })
})

describe('the script', () => {
  const answers = {
    'lambda-web-get-web-function': '',
    'lambda-web-deploy': 'shop.lambda-web.example\n',
    'cloudformation-describe-stacks': 'value\n',
  }
  const curl = (status: string) => `curl() { echo ${status}; }\nexport -f curl\n`
  const script = (status: string) =>
    webScript(textsIn('en')).content.replace('set -euo pipefail\n', `set -euo pipefail\n${curl(status)}`)
  const args = ['.', 'shop', 'cicd-shop-production', '/health', 'dist/main.js']

  it('gives the address once the server answers', () => {
    const run = runScript(script('200'), args, answers)
    expect(run.code).toBe(0)
    expect(run.outputs).toBe('url=https://shop.lambda-web.example\n')
    expect(run.calls.join('\n')).toContain('--entry-point dist/main.js')
  })

  it('fails where it does not, though the deployment ended well', () => {
    expect(runScript(script('503'), args, answers)).toMatchObject({
      code: 1,
      output: expect.stringContaining('does not answer'),
    })
  })

  it('names an AWS CLI that is too old', () => {
    expect(runScript(script('200'), args, { 'cloudformation-describe-stacks': 'value\n' }).output).toContain(
      'does not know Lambda Web Functions',
    )
  })
})
