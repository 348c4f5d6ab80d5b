import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeLog } from '../../src/app/log.ts'
import { createClient } from '../../src/github/client.ts'
import { type Mark, readMark, withMark } from '../../src/github/marker.ts'
import type { Place } from '../../src/github/place.ts'
import { writeReply } from '../../src/github/reply.ts'
import { readingToken } from '../../src/github/token.ts'
import { writeBudget } from '../../src/github/write-budget.ts'
import { pace } from '../app/start-app.ts'
import { asApp } from '../github/octokit.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import { type Github, startGithub } from '../github/start-github.ts'

let github: Github
let repository: RepositoryHandle
let place: Place
let issue: number

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site', { roles: { alice: 'write' } })
  issue = await github.person('alice').opensIssue(repository, 'Deploy this')
  const app = asApp(github)
  const installation = (await app.rest.apps.getOrgInstallation({ org: 'acme' })).data.id
  const grant = { installation, repository: repository.id, settingsUrl: '' }
  const client = createClient({
    ...{ apiUrl: github.apiUrl, token: await readingToken(app, grant), lane: 'lane', pace },
    ...{ log: makeLog('fatal', { write: () => {} }), onWait: () => {}, budget: writeBudget() },
  })
  place = { client, owner: 'acme', name: 'site' }
})
afterEach(() => github.stop())

const mark = (command: number): Mark => ({ outcome: 'proposed', commands: [command], pull: null })
const replies = () => repository.comments(issue).map(({ body }) => body)
const write = (text: string, command: number) =>
  writeReply({ place, issue, before: null }, text, mark(command), { find: async () => null, alone: false })

it('B48 of two replies that were made in the same moment the first stays, and holds both commands', async () => {
  await write('for alice', 1)
  await write('for bob', 2)
  expect(replies()).toHaveLength(1)
  expect(replies()[0]).toContain('for bob')
  expect(readMark(replies()[0] ?? '')?.commands).toEqual([1, 2])
})

it('B46 of two replies to the same command the first stays as it is', async () => {
  await write('first', 1)
  await write('second', 1)
  expect(replies()).toEqual([expect.stringContaining('first')])
})

it('B38 a comment of someone else that bears our mark is nothing to give way to', async () => {
  await github.person('alice').comments(repository, issue, withMark('not ours', mark(1)))
  await write('ours', 2)
  expect(replies()).toEqual([expect.stringContaining('not ours'), expect.stringContaining('ours')])
})
