import { describe, expect, it } from 'vitest'
import { planJson } from '../src/cli/plan-json.ts'
import { propose } from '../src/propose.ts'
import { sampleContext } from './sample-app.ts'
import { treeOf } from './tree-of.ts'

const value = 'pk-9f8e7d6c5b4a39281706'
const files = {
  'package.json': JSON.stringify({ name: 'api', scripts: { start: 'node app.js' }, dependencies: { express: '5' } }),
  'package-lock.json': '{}',
  'app.js': "require('express')().listen(process.env.API_PORT)",
  '.env': `STRIPE_SECRET_KEY=${value}\nDATABASE_URL=postgres://app:${value}@db.example.com/app\nAPI_PORT=4321\n`,
}

describe('G27 a committed .env with secrets', () => {
  const outcome = propose(treeOf(files), sampleContext())

  it('G27 gives the names of its variables, and never a value', () => {
    const said = JSON.stringify(planJson(outcome)) + JSON.stringify(outcome)
    expect(said).toContain('STRIPE_SECRET_KEY')
    expect(said).not.toContain(value)
    expect(said).not.toContain('API_PORT=4321')
  })

  it('G27 is warned of, with what to do', () => {
    const [choice] = outcome.choices
    expect(choice?.app.remarks.join('\n')).toMatch(/\.env is committed and holds what looks like a secret/)
    expect(JSON.stringify(planJson(outcome))).toContain('Replace the secret')
  })
})
