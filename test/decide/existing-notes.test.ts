import { expect, it } from 'vitest'
import { existingNotes } from '../../src/decide/existing-notes.ts'
import { textsIn } from '../../src/text.ts'
import { surveyOf } from '../survey-of.ts'

it('G43 G28 what is there already is named in the notes', () => {
  const deploy = 'on: push\njobs:\n  a:\n    steps:\n      - run: flyctl deploy\n'
  const files = { '.github/workflows/deploy.yml': deploy, 'copilot/api/manifest.yml': 'name: api' }
  expect(existingNotes(surveyOf(files).existing, textsIn('en'))).toEqual([
    'Deploys or publishes already, and is left as it is: .github/workflows/deploy.yml line 5 (to fly).',
    'Settings of other hosting that are left as they are: copilot/api/manifest.yml (AWS Copilot).',
    expect.stringContaining("AWS Copilot's support ended on 2026-06-12"),
  ])
})

it('a long list says how many more there are', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`app${i}/fly.toml`, '']))
  expect(existingNotes(surveyOf(files).existing, textsIn('en'))[0]).toContain(' and 4 more.')
})
