import { expect, it } from 'vitest'
import { surveyOf } from './survey-of.ts'

it('a repository with nothing in it has no app', () => {
  expect(surveyOf({ 'README.md': '# hello' }).apps).toEqual([])
})
