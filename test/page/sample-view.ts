import type { View } from '../../src/page/view.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp, sampleChoice, sampleRepository, sampleSite } from '../sample-app.ts'

/** A small proposal for a site and a server that does not change when templates do. */
export function sampleView(lang: 'en' | 'ja'): View {
  const site = sampleSite({ root: 'web', name: 'web', remarks: ['Node 18 has reached its end of life.'] })
  const server = sampleApp({ root: 'api', name: 'api', env: ['DATABASE_URL'], needs: ['postgresql'] })
  const rejected = [
    { id: 'R1', target: 'apprunner', possible: false, because: 'App Runner is closed to new customers.' },
  ] as const
  const step = { commands: ['aws cloudformation deploy …'], link: 'https://docs.aws.amazon.com/' }
  return {
    repository: sampleRepository,
    before: new Map([['.github/workflows/ci.yml', 'name: CI\non: push\n']]),
    lang,
    texts: textsIn(lang).page,
    outcome: {
      kind: 'proposal',
      commit: '0123456789abcdef0123456789abcdef01234567',
      defaultBranch: 'main',
      existing: [],
      notes: ['vercel.json was left alone.'],
      choices: [
        sampleChoice(site, { target: 'amplify', because: 'It is a site of static files in `dist`.' }),
        sampleChoice(server, { target: 'ecr', because: 'It answers HTTP.', rejected }),
      ],
      files: [
        { path: 'amplify.yml', action: 'create', mode: '100644', content: 'version: 1\n', purpose: 'builds the site' },
        {
          path: '.github/workflows/ci.yml',
          action: 'update',
          mode: '100644',
          content: 'name: CI\non:\n  push:\n',
          purpose: 'CI',
        },
      ],
      rendered: [
        {
          of: 'amplify',
          rendering: {
            ...{ files: [], settings: [], permissions: [], bootstrap: null, happens: [], leftovers: [] },
            steps: [{ when: 'after merge', title: 'Connect the repository', text: 'Open the console.', ...step }],
            warnings: ['Set `API_URL` first.'],
            costs: ['Build minutes.'],
            facts: [
              { id: 'F1', date: '2026-11-01', says: 'A build has 30 minutes.', source: 'https://docs.aws.amazon.com/' },
            ],
            delivery: ['push', 'Amplify Hosting builds', 'visitors'],
          },
        },
      ],
      check: { title: '2 files, checked', summary: '', annotations: [] },
      pullRequest: { branch: 'cicd/setup', title: 'Deploy web to Amplify Hosting and api to Amazon ECS', body: '' },
    },
  }
}
