import { describe, expect, it } from 'vitest'
import { rules } from '../../src/decide/doctor/rules.ts'
import { examine } from '../../src/decide/doctor.ts'
import type { Tree } from '../../src/model.ts'
import type { RowKind } from '../../src/overview/row.ts'
import { rowOf } from '../../src/overview/row-of.ts'
import { propose } from '../../src/propose.ts'
import { textsIn } from '../../src/text.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf, treeOfFolder } from '../tree-of.ts'

const today = '2026-11-22'

function rowFor(tree: Tree | null, pull: number | null = null) {
  const context = sampleContext()
  const outcome = propose(tree, context)
  const examined = { context, outcome, faulty: [], watched: null, today }
  const complaints = tree === null ? [] : examine({ ...examined, tree }).complaints
  const known = { repository: context.repository, issues: true, pull }
  return { outcome, row: rowOf({ files: tree?.files ?? new Map(), outcome, complaints, today, ...known }) }
}

const folder = (name: string) => treeOfFolder(`test/repos/${name}`)

describe('what a repository waits for', () => {
  it.each<[string, RowKind]>([
    ['express', 'setup'],
    ['frontend-and-backend', 'setup'],
    ['copilot', 'setup'],
    ['serverless-framework', 'byHand'],
    ['library', 'none'],
    ['github-action', 'none'],
  ])('%s: %s', (name, kind) => {
    expect(rowFor(folder(name)).row.kind).toBe(kind)
  })

  it('no commits: nothing deployable', () => {
    expect(rowFor(null).row).toMatchObject({ kind: 'none', says: 'The repository has no commits yet.', commands: [] })
  })

  it('set up, and newer files are there: an update, and once they are there nothing', () => {
    const { outcome } = rowFor(folder('express'))
    if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
    const files = Object.fromEntries(
      outcome.files.flatMap(({ path, content }) => (content === null ? [] : [[path, content]])),
    )
    const merged = treeOf({ ...Object.fromEntries(folder('express').files), ...files })
    expect(rowFor(merged).row).toMatchObject({ kind: 'done', own: true })
    const { 'infra/cicd/bootstrap.yaml': _, ...less } = files
    const without =
      Object.keys(less).length < Object.keys(files).length ? less : Object.fromEntries(Object.entries(files).slice(1))
    expect(rowFor(treeOf({ ...Object.fromEntries(folder('express').files), ...without })).row).toMatchObject({
      ...{ kind: 'update', own: true, commands: ['/cicd setup'] },
    })
  })

  it('a pull request that is open: waits for review', () => {
    expect(rowFor(folder('express'), 7).row).toMatchObject({ kind: 'proposed', pull: 7 })
  })
})

describe('what is dated', () => {
  const express = {
    'package.json': '{"scripts":{"start":"node s.js"},"dependencies":{"express":"^4"}}',
    's.js': "require('express')().listen(3000)",
  }
  const datedIn = (files: Readonly<Record<string, string>>) => rowFor(treeOf({ ...express, ...files })).row.dated

  it('an ended runtime, with the day and the file', () => {
    expect(datedIn({ '.nvmrc': '16\n' })).toEqual([{ kind: 'runtime', what: 'Node.js 16', since: '2023-09-11' }])
    expect(datedIn({ '.nvmrc': '24\n' })).toEqual([])
  })

  it('Copilot', () => {
    expect(rowFor(folder('copilot')).row.dated).toContainEqual({
      kind: 'rule',
      what: 'dead-tools',
      since: '2026-06-12',
    })
  })

  it('every rule of the check-up has its words, but those that are told elsewhere', () => {
    const known = Object.keys(textsIn('en').survey.rules)
    expect([...known, 'app-runtimes', 'configuration'].toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  })

  it.each([
    ['aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}', true],
    ['AWS_ACCESS_KEY_ID: "${{ secrets.KEY }}"', true],
    ['# aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}', false],
    ['role-to-assume: arn:aws:iam::111122223333:role/x', false],
    ['AWS_ACCESS_KEY_ID: test', false],
  ])('keys in a workflow: %s', (line, found) => {
    const path = '.github/workflows/deploy.yml'
    const files = {
      [path]: `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: x\n        with:\n          ${line}\n`,
    }
    expect(datedIn(files)).toEqual(found ? [{ kind: 'rule', what: 'aws-keys', since: null }] : [])
  })
})

it('B45 a row is short whatever the repository holds', () => {
  const long = 'x'.repeat(200)
  const apps = Array.from({ length: 60 }, (_, index) => `${long}${index}/package.json`)
  const manifest = '{"scripts":{"start":"node s.js"},"dependencies":{"express":"^4"}}'
  const { row } = rowFor(treeOf(Object.fromEntries(apps.map((path) => [path, manifest]))))
  expect(JSON.stringify(row).length).toBeLessThan(3000)
})
