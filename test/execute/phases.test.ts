import { describe, expect, it } from 'vitest'
import { amplifyBuilds } from './amplify-phases.ts'
import { sourceService } from './apprunner-phases.ts'
import { workflowJobs } from './workflow-steps.ts'

describe('the builds of amplify.yml', () => {
  const frontend = (more: string) => `
phases:
  preBuild: { commands: [npm ci] }
  build: { commands: [npm run build] }
artifacts: { baseDirectory: dist, files: ['**/*'] }
${more}`
  const nested = (text: string) => text.trim().replaceAll('\n', '\n    ')

  it('run at the root of a repository with one app', () => {
    const [build] = amplifyBuilds(`version: 1\nfrontend:\n    ${nested(frontend("cache: { paths: ['.npm/**/*'] }"))}`)
    expect(build).toMatchObject({
      appRoot: '.',
      folder: '.',
      before: ['npm ci', 'npm run build'],
      published: 'dist',
      cached: ['.npm/**/*'],
    })
  })

  it('run in the folder of each app, and with buildPath / at the root', () => {
    const app = (more: string) =>
      amplifyBuilds(`version: 1\napplications:\n- appRoot: apps/web\n  frontend:\n    ${nested(frontend(more))}`)[0]
    expect(app('')).toMatchObject({ folder: 'apps/web', published: 'apps/web/dist' })
    expect(app('buildPath: /')).toMatchObject({ folder: '.', published: 'dist' })
  })

  it('publish nothing outside of the repository', () => {
    const outside = frontend('').replace('baseDirectory: dist', 'baseDirectory: ../dist')
    expect(() => amplifyBuilds(`version: 1\nfrontend:\n    ${nested(outside)}`)).toThrow('outside')
  })

  it('have no other phases than Amplify knows', () => {
    const wrong = frontend('').replace('preBuild', 'install')
    expect(() => amplifyBuilds(`version: 1\nfrontend:\n    ${nested(wrong)}`)).toThrow('no phase install')
  })
})

describe('the service of apprunner.yaml', () => {
  const text = `
version: 1.0
runtime: nodejs22
build: { commands: { build: [npm ci] } }
run:
  command: node server.js
  network: { port: 4000, env: LISTEN }
  env: [{ name: NODE_ENV, value: production }]
  secrets: [{ name: TOKEN, value-from: /app/TOKEN }]`

  it('gets its port in PORT and in the variable that is named', () => {
    expect(sourceService(text)).toMatchObject({
      language: 'node',
      port: 4000,
      variables: { PORT: '4000', LISTEN: '4000', NODE_ENV: 'production' },
      secrets: ['TOKEN'],
    })
  })

  it('needs a runtime with the revised build, and a build', () => {
    expect(() => sourceService(text.replace('nodejs22', 'nodejs18'))).toThrow('nodejs18')
    expect(() => sourceService(text.replace('[npm ci]', '[]'))).toThrow('build commands')
  })
})

describe('the jobs of a workflow', () => {
  const workflow = (step: string) => `jobs: { test: { steps: [{ uses: actions/checkout@1 }, ${step}] } }`

  it('run commands in their folder, with the shell of a runner', () => {
    const [job] = workflowJobs(workflow('{ name: Test, run: npm test, working-directory: api, env: { A: 1 } }'))
    expect(job?.steps).toEqual([
      { kind: 'action', name: 'actions/checkout@1', action: 'actions/checkout', with: {} },
      { kind: 'run', name: 'Test', run: 'npm test', folder: 'api', env: { A: '1' }, options: ['-e'] },
    ])
  })

  it('are refused where something would have to be guessed', () => {
    expect(() => workflowJobs(workflow("{ run: 'echo ${{ github.sha }}' }"))).toThrow('expression')
    expect(() => workflowJobs(workflow('{ run: ls, if: always() }'))).toThrow('conditions')
    expect(() => workflowJobs(workflow('{ run: ls, shell: pwsh }'))).toThrow('shell pwsh')
  })
})
