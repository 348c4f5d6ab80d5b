import { expect, it } from 'vitest'
import type { Rejection } from '../../../src/model.ts'
import { change } from '../../../src/render/pull-request/closing.ts'
import type { Proposal } from '../../../src/render/pull-request.ts'
import { textsIn } from '../../../src/text.ts'
import { sampleApp, sampleChoice, sampleContext } from '../../sample-app.ts'

function textWith(rejected: readonly Rejection[]): string {
  const choices = [sampleChoice(sampleApp(), { target: 'ecr', rejected })]
  const plan = { choices, existing: [], notes: [], question: null }
  const proposal: Proposal = {
    plan,
    rendered: [],
    files: [],
    leftAlone: [],
    commit: 'a'.repeat(40),
    context: sampleContext(),
  }
  return change(proposal, textsIn('en')).full
}

it('names another target only where that target would do', () => {
  const because = 'It is so.'
  expect(textWith([{ id: 'R1', target: 'sam', possible: false, because }])).not.toContain('--target=')
  const possible = [
    { id: 'R1', target: 'sam', possible: false, because },
    { id: 'R2', target: 'apprunner', possible: true, because },
  ] as const
  expect(textWith(possible)).toContain('/cicd setup --target=apprunner')
})
