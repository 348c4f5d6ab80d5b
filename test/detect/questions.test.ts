import { describe, expect, it } from 'vitest'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { appOf } from '../survey-of.ts'
import { treeOf } from '../tree-of.ts'

const json = (value: unknown) => JSON.stringify(value)

it('G2 Next.js as a mere dependency beside a React entry is a question, never SSR in silence', () => {
  const files = {
    'package.json': json({ dependencies: { next: '15', react: '19' } }),
    'src/main.jsx': 'createRoot()',
    'index.html': '',
  }
  const outcome = propose(treeOf(files), sampleContext())
  expect(outcome.kind).toBe('ask')
  expect(outcome.kind === 'ask' && outcome.question.text).toContain('"next" is a dependency, but no script')
})

describe('a bot that serves pages from the same process', () => {
  const bot =
    'from flask import Flask\nfrom telethon import TelegramClient\napp = Flask(__name__)\nclient = TelegramClient("s", 1, "h")\nThread(target=app.run).start()\nclient.run_until_disconnected()\n'
  const files = { 'bot.py': bot, 'requirements.txt': 'flask\ntelethon\n', Procfile: 'web: python bot.py\n' }

  it('is a question: worker or web service', () => {
    const outcome = propose(treeOf(files), sampleContext())
    expect(outcome.kind).toBe('ask')
    expect(outcome.kind === 'ask' && outcome.question.choices).toContain('/cicd setup --target=ecr')
  })

  it('is answered by the command of a choice', () => {
    const outcome = propose(treeOf(files), sampleContext({ request: { target: 'ecr' } }))
    expect(outcome).toMatchObject({ kind: 'proposal', choices: [{ target: 'ecr' }] })
  })
})

describe('an Amplify backend beside a site', () => {
  const site = {
    'package.json': json({ scripts: { build: 'vite build' }, devDependencies: { vite: '6' } }),
    'index.html': '',
  }

  it('Gen 2 is a part of the site', () => {
    const app = appOf({ ...site, 'amplify/backend.ts': 'defineBackend({})' })
    expect(app).toMatchObject({ kind: 'static', framework: 'vite', definition: 'amplify/backend.ts' })
    expect(app.remarks.join()).toContain('npx ampx pipeline-deploy')
  })

  it('Gen 1 is named', () => {
    const app = appOf({ ...site, 'amplify/.config/project-config.json': '{}' })
    expect(app.remarks.join()).toContain('amplifyPush --simple')
  })
})
