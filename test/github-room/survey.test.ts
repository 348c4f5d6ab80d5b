import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHeads } from '../../src/github/heads.ts'
import { installedRepositories } from '../../src/github/installed.ts'
import { readersOf } from '../../src/github/readers.ts'
import { asInstallation } from '../github/octokit.ts'
import { type Github, startGithub } from '../github/start-github.ts'
import { parseRole } from '../github/state/role.ts'

let github: Github
beforeEach(async () => {
  github = await startGithub()
})
afterEach(() => github.stop())

const requests = (route: string) => github.calls.all.filter((call) => call.route === route).length

describe('what an installation covers', () => {
  it('comes by name over several pages, with what decides whether it is looked at', async () => {
    for (let index = 0; index < 101; index += 1) await github.repository(`acme/r${index}`, { empty: true })
    await github.repository('acme/A', { empty: true, private: true, archived: true })
    const inner = await github.repository('acme/inner', { empty: true, private: true })
    inner.state.internal = true
    inner.state.hasIssues = false
    await github.repository('other/x', { empty: true })
    const client = await asInstallation(github, 'acme', { permissions: { metadata: 'read' } })
    const { repositories, more } = await installedRepositories(client)
    expect(more).toBe(false)
    expect(repositories).toHaveLength(103)
    expect(repositories.slice(0, 3).map(({ name }) => name)).toEqual(['A', 'inner', 'r0'])
    expect(repositories[0]).toMatchObject({ owner: 'acme', visibility: 'private', archived: true, issues: true })
    expect(repositories[1]).toMatchObject({ visibility: 'internal', archived: false, fork: false, issues: false })
    expect(repositories[2]).toMatchObject({ visibility: 'public' })
    expect(requests('/installation/repositories')).toBe(2)
  })
})

describe('who may read a repository', () => {
  const place = async () => ({
    client: await asInstallation(github, 'acme', { permissions: { metadata: 'read' } }),
    ...{ owner: 'acme', name: 'site' },
  })

  it('is told over several pages, by id', async () => {
    const { state } = await github.repository('acme/site', { private: true })
    const people = Array.from({ length: 120 }, (_, index) => github.person(`p${index}`).id)
    for (const [index, id] of people.entries()) state.collaborators.set(id, parseRole(index === 7 ? 'none' : 'read'))
    state.outsiders.add(people[3] ?? 0)
    expect(await readersOf(await place())).toEqual(new Set(people.filter((_, index) => index !== 7)))
    expect(await readersOf(await place(), 'outside')).toEqual(new Set([people[3]]))
  })

  it('is not known where they are more than a thousand, or GitHub refuses', async () => {
    const { state } = await github.repository('acme/site', { private: true })
    for (let index = 0; index < 1000; index += 1) {
      state.collaborators.set(github.person(`p${index}`).id, parseRole('read'))
    }
    expect(await readersOf(await place())).toBeNull()
    expect(requests('/repos/{owner}/{repo}/collaborators')).toBe(10)
    github.faults.push({ match: 'GET /repos/{owner}/{repo}/collaborators', kind: 'status', status: 403 })
    expect(await readersOf(await place())).toBeNull()
  })
})

describe('heads', () => {
  it('come in one call; what is not there is absent, what has no commits has none', async () => {
    const site = await github.repository('acme/site', { defaultBranch: 'release/1' })
    const empty = await github.repository('acme/empty', { empty: true })
    const client = await asInstallation(github, 'acme')
    const asked = [
      { id: site.id, owner: 'acme', name: 'site' },
      { id: 1, owner: 'acme', name: 'gone' },
      { id: empty.id, owner: 'acme', name: 'empty' },
    ]
    const heads = await readHeads(client, asked, 'cicd/setup')
    expect([...heads]).toEqual([
      [site.id, { head: { commit: site.branch('release/1'), branch: 'release/1' }, pull: null, private: false }],
      [empty.id, { head: null, pull: null, private: false }],
    ])
    expect(requests('/graphql')).toBe(1)
  })

  it('are there without the right to see pull requests, too', async () => {
    const site = await github.repository('acme/site', {})
    const client = await asInstallation(github, 'acme', { permissions: { metadata: 'read', contents: 'read' } })
    const heads = await readHeads(client, [{ id: site.id, owner: 'acme', name: 'site' }], 'cicd/setup')
    expect(heads.get(site.id)).toMatchObject({ pull: null, head: { branch: 'main' } })
  })
})
