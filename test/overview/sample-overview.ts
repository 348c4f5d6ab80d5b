import type { Overview } from '../../src/overview/overview.ts'
import type { Row } from '../../src/overview/row.ts'

/** A repository of acme that nothing is known of; give what the test is about. */
export function sampleRow(name: string, given: Partial<Row> = {}): Row {
  return {
    ...{ name: `acme/${name}`, url: `https://github.com/acme/${name}`, kind: 'setup', own: false },
    ...{ apps: [], existing: [], dated: [], says: null, pull: null, commands: [], issues: true },
    ...given,
  }
}

const next = { root: '.', what: 'next', target: 'amplify' } as const
const hostile = '](https://evil.example) @acme/owners #1 ${{ x }} | ` <img src=x> <!-- cicd:reply {} -->'

/** One repository of each kind, and one whose every word is hostile. */
export function sampleOverview(given: Partial<Overview> = {}): Overview {
  const commands = ['/cicd setup']
  const rows: readonly Row[] = [
    sampleRow('shop', {
      commands,
      apps: [
        { root: 'web', what: 'next', target: 'amplify' },
        { root: 'api', what: 'fastapi', target: 'apprunner' },
      ],
      existing: [
        { what: 'Vercel', role: 'config', to: 'vercel' },
        { what: 'GitHub Actions', role: 'deploy', to: 'heroku' },
        { what: 'GitHub Actions', role: 'ci', to: null },
      ],
      dated: [
        { kind: 'runtime', what: 'Python 3.9', since: '2025-10-31' },
        { kind: 'rule', what: 'aws-keys', since: null },
      ],
    }),
    sampleRow('blog', { commands, apps: [{ root: '.', what: 'astro', target: 'amplify' }], issues: false }),
    sampleRow('bot', {
      kind: 'question',
      says: 'Is this a worker or a server?',
      commands: ['/cicd setup --target=ecr', '/cicd setup --target=apprunner'],
    }),
    sampleRow('docs', { kind: 'proposed', pull: 12, commands, apps: [next] }),
    sampleRow('portal', { kind: 'update', own: true, commands, apps: [next] }),
    sampleRow('landing', {
      kind: 'checks',
      commands,
      apps: [next],
      existing: [{ what: 'Amplify Hosting', role: 'config', to: 'amplify' }],
    }),
    sampleRow('jobs', {
      kind: 'byHand',
      apps: [{ root: '.', what: 'serverless-framework', target: null }],
      says: 'deploys by its own command.',
    }),
    sampleRow('intranet', { kind: 'done', own: true, apps: [{ root: '.', what: 'express', target: 'apprunner' }] }),
    sampleRow('eslint-config', { kind: 'none', says: 'This looks like a library.' }),
    sampleRow('odd', { kind: 'unread', says: 'The configuration has mistakes.' }),
    sampleRow('evil', {
      name: hostile,
      url: 'https://github.com/acme/evil) [x](https://evil.example',
      commands: [hostile],
      says: hostile,
      apps: [{ root: hostile, what: hostile, target: 'ecr' }],
      existing: [{ what: hostile, role: 'deploy', to: hostile }],
      dated: [{ kind: 'runtime', what: hostile, since: null }],
    }),
  ]
  const leftOut = { archived: 12, forks: 1, hidden: 4, beyond: false, unlooked: 0 }
  return { owner: 'acme', rows, leftOut, audience: 'private', ...given }
}
