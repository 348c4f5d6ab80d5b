import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../../src/github/place.ts'
import { gitHubReader } from '../../src/github/reader.ts'
import { blobSha, treeSha } from '../../src/github/tree-sha.ts'
import { readTree } from '../../src/tree.ts'
import type { RepositoryOptions } from '../github/make-repository.ts'
import { asInstallation } from '../github/octokit.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import { type Github, startGithub } from '../github/start-github.ts'

let github: Github
beforeEach(async () => {
  github = await startGithub()
})
afterEach(() => github.stop())

async function open(files: NonNullable<RepositoryOptions['files']>) {
  const repository = await github.repository('acme/site', { files })
  const place: Place = { client: await asInstallation(github, 'acme'), owner: 'acme', name: 'site' }
  github.calls.clear()
  return { repository, place, commit: head(repository) }
}
const head = (repository: RepositoryHandle) => repository.branch('main') ?? ''
const calls = () =>
  github.calls.all.map(({ method, route }) => `${method} ${route?.replace('/repos/{owner}/{repo}', '')}`)

describe('listing', () => {
  it('takes one request, and tells files, symlinks and submodules apart', async () => {
    const { place, commit, repository } = await open({
      'a.txt': 'a',
      'bin/run.sh': { executable: '#!/bin/sh\n' },
      link: { link: 'a.txt' },
      sub: { submodule: 'b'.repeat(40) },
    })
    const { entries, unlisted } = await gitHubReader(place, null).list(commit)
    expect(entries.map(({ path, type, mode }) => `${mode} ${type} ${path}`).toSorted()).toEqual([
      '100644 file a.txt',
      '100755 file bin/run.sh',
      '120000 symlink link',
      '160000 submodule sub',
    ])
    expect(unlisted).toEqual([])
    expect(calls()).toEqual(['GET /git/trees/{tree_sha}'])
    expect(treeSha(entries)).toBe((await repository.commit('main')).tree)
  })

  it('G18 walks the folders where the answer was cut, and names those that it did not list', async () => {
    const many = Object.fromEntries(
      ['app', 'lib', 'node_modules', 'docs'].flatMap((folder) =>
        [1, 2, 3].map((n) => [`${folder}/${n}.txt`, `${folder}${n}`]),
      ),
    )
    const { place, commit, repository } = await open({
      'package.json': '{}',
      ...many,
      'deep/a/1': '1',
      'deep/b/2': '2',
      'deep/c/3': '3',
    })
    repository.state.treeLimit = 4
    const { entries, unlisted } = await gitHubReader(place, null).list(commit)
    const paths = entries.map(({ path }) => path)
    expect(paths).toContain('package.json')
    expect(paths).toEqual(expect.arrayContaining(['app/1.txt', 'lib/3.txt', 'docs/2.txt', 'deep/a/1', 'deep/c/3']))
    expect(unlisted).toEqual(['node_modules'])
    expect(calls().length).toBeLessThan(20)
  })

  it('G18 asks for a bounded number of folders', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}/a.txt`, `${index}`]))
    const { place, commit, repository } = await open(many)
    repository.state.treeLimit = 3
    const { unlisted } = await gitHubReader(place, null).list(commit)
    expect(calls().length).toBeLessThanOrEqual(26)
    expect(unlisted.length).toBe(60 - 24)
  })
})

describe('blobs', () => {
  const read = async (files: NonNullable<RepositoryOptions['files']>, known?: ReadonlyMap<string, Uint8Array>) => {
    const { place, commit } = await open(files)
    const reader = gitHubReader(place, null, known)
    const { entries } = await reader.list(commit)
    github.calls.clear()
    return reader.read(entries)
  }
  const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? null : Buffer.from(bytes).toString('utf8'))

  it('come in batches, the same content once', async () => {
    const files = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}.txt`, `text ${index % 180}`]))
    const blobs = await read(files)
    expect(blobs.size).toBe(250)
    expect(text(blobs.get('199.txt'))).toBe('text 19')
    expect(calls()).toEqual(['POST /graphql', 'POST /graphql'])
  })

  it('come one by one where GraphQL does not give them as they are', async () => {
    const utf16 = Buffer.from('\ufeffflask==3\n', 'utf16le')
    const blobs = await read({
      'a.txt': 'a',
      'b.txt': 'b',
      'requirements.txt': utf16,
      'big.json': `"${'x'.repeat(600_000)}"`,
      'c.bin': Buffer.from([0, 1, 2, 255]),
    })
    expect(Buffer.from(blobs.get('requirements.txt') ?? [])).toEqual(utf16)
    expect(blobs.get('big.json')?.length).toBe(600_002)
    expect([...(blobs.get('c.bin') ?? [])]).toEqual([0, 1, 2, 255])
    expect(calls().toSorted()).toEqual([...Array(3).fill('GET /git/blobs/{file_sha}'), 'POST /graphql'])
  })

  it('are not asked for when they came along with the state, and one alone comes without a query', async () => {
    const bytes = new TextEncoder().encode('{}')
    const known = new Map([[blobSha('{}'), bytes]])
    const blobs = await read({ 'package.json': '{}', 'index.html': '<p>' }, known)
    expect(text(blobs.get('package.json'))).toBe('{}')
    expect(text(blobs.get('index.html'))).toBe('<p>')
    expect(calls()).toEqual(['GET /git/blobs/{file_sha}'])
  })

  it('bring along what may be wanted next, so that asking for it costs nothing', async () => {
    const files = {
      'package.json': '{}',
      'server.js': 'x',
      'src/routes.js': 'y',
      'pnpm-lock.yaml': 'z',
      'logo.png': 'p',
      'README.md': 'r',
    }
    const { place, commit } = await open(files)
    const reader = gitHubReader(place, null)
    const { entries } = await reader.list(commit)
    const named = (...paths: string[]) => entries.filter(({ path }) => paths.includes(path))
    await reader.read(named('package.json'))
    github.calls.clear()
    const later = await reader.read(named('server.js', 'src/routes.js', 'pnpm-lock.yaml'))
    expect([...later.values()].map(text).toSorted()).toEqual(['x', 'y', 'z'])
    expect(calls()).toEqual([])
    expect(text((await reader.read(named('logo.png'))).get('logo.png'))).toBe('p')
    expect(calls()).toEqual(['GET /git/blobs/{file_sha}'])
  })

  it('are a bounded number of single requests', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`${index}.bin`, Buffer.from([0, index])]),
    )
    const blobs = await read(files)
    expect(blobs.size).toBe(12)
    expect(calls()).toHaveLength(13)
  })

  it('G20 are read as a tree that names what was left out', async () => {
    const { place, commit } = await open({
      'ok.json': '{}',
      'big.json': Buffer.alloc(5_000_000, 'x'),
      'bin.json': Buffer.from([0]),
    })
    const tree = await readTree(gitHubReader(place, null), commit, (round) =>
      round === 0 ? ['ok.json', 'big.json', 'bin.json'] : [],
    )
    expect([...tree.files.keys()]).toEqual(['ok.json'])
    expect(tree.skipped.map(({ path, why }) => `${path} ${why}`)).toEqual(['big.json large', 'bin.json binary'])
  })
})
