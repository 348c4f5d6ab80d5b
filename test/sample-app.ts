import { unknownAccount } from '../src/config/unknown-account.ts'
import type { App, Choice, Config, Context, Evidence, RepositoryFacts, Request } from '../src/model.ts'

/** Proof that an example needs where the proof itself does not matter. */
export const evidence: Evidence = { id: 'E1', path: 'package.json', line: 1, says: 'an example' }

/** A Node server without anything special; give what the test is about. */
export function sampleApp(given: Partial<App> = {}): App {
  return {
    root: '.',
    name: 'shop',
    kind: 'server',
    language: 'node',
    framework: 'express',
    frameworkMajor: 4,
    packageManager: { name: 'npm', version: null },
    runtime: { name: 'node', version: '22', from: '.nvmrc' },
    install: 'npm ci',
    devInstall: null,
    lint: null,
    build: 'npm run build',
    test: 'npm test',
    output: null,
    spa: false,
    start: 'npm start',
    port: 3000,
    honoursPort: true,
    healthPath: null,
    lockfile: 'package-lock.json',
    workspace: null,
    dockerfile: null,
    occupied: [],
    definition: null,
    env: [],
    needs: [],
    imageOnly: [],
    remarks: [],
    question: null,
    evidence: [evidence],
    ...given,
  }
}

/** A single-page app on Vite. */
export function sampleSite(given: Partial<App> = {}): App {
  return sampleApp({
    kind: 'static',
    framework: 'vite',
    frameworkMajor: 7,
    output: 'dist',
    spa: true,
    start: null,
    port: null,
    honoursPort: null,
    ...given,
  })
}

/** A choice for one app: GitHub Actions, with a reason and nothing rejected. */
export function sampleChoice(app: App, given: Partial<Choice> = {}): Choice {
  return { app, target: null, ci: 'github-actions', because: 'It fits.', rejected: [], ...given }
}

export const sampleRepository: RepositoryFacts = {
  host: 'github.com',
  enterprise: false,
  owner: 'octo-org',
  name: 'shop',
  id: 222,
  ownerId: 111,
  createdAt: '2024-05-01T00:00:00Z',
  private: true,
  defaultBranch: 'main',
  subject: { known: true, useDefault: true, claimKeys: [], prefix: 'repo:octo-org/shop', immutable: false },
}

const config: Config = { lang: 'en', region: null, apps: [], environments: null, notes: [] }

const request: Request = {
  verb: 'setup',
  target: null,
  path: null,
  ci: null,
  region: null,
  environment: null,
  dryRun: false,
  remove: false,
  lang: null,
  by: null,
}

/** What to change in the example context; each part is merged over the default. */
export interface ContextParts {
  readonly repository?: Partial<RepositoryFacts>
  readonly aws?: Partial<Context['aws']>
  readonly config?: Partial<Config>
  readonly request?: Partial<Request>
}

/** A private repository `octo-org/shop` on github.com, of 2024, with nothing known of AWS and no configuration. */
export function sampleContext(given: ContextParts = {}): Context {
  return {
    repository: { ...sampleRepository, ...given.repository },
    aws: { ...unknownAccount, ...given.aws },
    config: { ...config, ...given.config },
    request: { ...request, ...given.request },
  }
}
