import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { UserError } from '../../src/errors.ts'
import { uses } from '../../src/render/actions.ts'
import { pins } from '../../src/render/actions-table.ts'
import { branchPattern, literal } from '../../src/render/expression.ts'
import { toWorkflow, type Workflow } from '../../src/render/workflow.ts'

const job = { permissions: { contents: 'read' }, timeoutMinutes: 5 } as const

function workflow(given: Partial<Workflow>): Workflow {
  return {
    name: 'CI',
    on: { push: { branches: ['main'] } },
    jobs: { ci: { ...job, steps: [{ run: 'true' }] } },
    ...given,
  }
}

describe('toWorkflow', () => {
  it('G40 writes the version of a pinned action as a comment beside it, never inside the value', () => {
    const text = toWorkflow(workflow({ jobs: { ci: { ...job, steps: [{ uses: 'actions/checkout' }] } } }))
    expect(text).toMatch(/uses: actions\/checkout@[0-9a-f]{40} # v\d+\.\d+\.\d+\n/)
    expect(parse(text).jobs.ci.steps[0].uses).toBe(uses('actions/checkout'))
  })

  it('G40 has a full record for every pin', () => {
    for (const pin of pins) {
      expect(pin.sha).toMatch(/^[0-9a-f]{40}$/)
      expect(pin.version).toMatch(/^v?\d+(\.\d+\.\d+)?$/)
      expect(pin.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(pin.source).toBe(
        `https://github.com/${pin.action.split('/').slice(0, 2).join('/')}/releases/tag/${pin.version}`,
      )
    }
    expect(new Set(pins.map((pin) => pin.action)).size).toBe(pins.length)
  })

  it('holds no pin that no workflow uses', () => {
    const sources = globSync('../../src/**/*.ts', { cwd: import.meta.dirname }).filter(
      (path) => !path.endsWith('actions-table.ts'),
    )
    const text = sources.map((path) => readFileSync(join(import.meta.dirname, path), 'utf8')).join('\n')
    expect(pins.filter(({ action }) => !text.includes(`'${action}'`))).toEqual([])
  })

  it('takes every permission from the workflow itself', () => {
    expect(parse(toWorkflow(workflow({}))).permissions).toEqual({})
  })

  it('G22 quotes branch names that YAML reads as something else, and matches them literally', () => {
    for (const branch of ['release/2026.11', 'true', 'a#b', '日本', '1e3', 'on']) {
      const text = toWorkflow(workflow({ on: { push: { branches: [branchPattern(branch)] } } }))
      for (const version of ['1.1', '1.2'] as const) {
        const read = parse(text, { version })
        expect((read.on ?? read.true).push.branches).toEqual([branch])
      }
    }
    expect(branchPattern('!a+b')).toBe('\\!a\\+b')
  })

  it('G42 refuses a command that holds an expression', () => {
    const steps = [{ run: 'npm run ${{ secrets.TOKEN }}' }]
    expect(() => toWorkflow(workflow({ jobs: { ci: { ...job, steps } } }))).toThrow(UserError)
  })

  it('G42 keeps an expression out of patterns of branches and paths', () => {
    const text = toWorkflow(workflow({ on: { push: { branches: ['a${{b}}'], paths: ['${{ x }}/**'] } } }))
    expect(parse(text).on.push).toEqual({ branches: ['a[$]{{b}}'], paths: ['[$]{{ x }}/**'] })
  })

  it('G42 turns an expression in foreign text into text', () => {
    expect(literal('a ${{ b }}')).toBe("a ${{ '${{' }} b }}")
  })
})
