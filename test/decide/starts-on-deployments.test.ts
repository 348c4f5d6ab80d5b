import { describe, expect, it } from 'vitest'
import { startsOnDeployments } from '../../src/decide/starts-on-deployments.ts'
import { treeOf } from '../tree-of.ts'

const path = '.github/workflows/deploy.yml'
const starts = (text: string, at = path) => startsOnDeployments(treeOf({ [at]: text }))

describe('a workflow that runs when a deployment is made', () => {
  it.each([
    'on: deployment\n',
    'on: [push, deployment]\n',
    'on:\n  push:\n  deployment:\n',
    '"on": { deployment: {} }\n',
  ])('is known by %j', (text) => expect(starts(text)).toBe(true))

  it.each([
    'on: push\njobs: { deployment: {} }\n',
    'on: deployment_status\n',
    'on:\n  deployment_status:\n  push:\n# deployment\n',
    'name: deployment\n',
    '- deployment\n',
  ])('is none in %j', (text) => expect(starts(text)).toBe(false))

  it('is taken for one where it cannot be read, and looked for nowhere else', () => {
    expect(starts('on: [deployment\n\t}')).toBe(true)
    expect(starts('on: deployment\n', 'docs/deploy.yml')).toBe(false)
  })
})
