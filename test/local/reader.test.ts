import { expect, it } from 'vitest'
import { localReader } from '../../src/local/reader.ts'
import { limits, readTree } from '../../src/tree.ts'
import { scratch } from './scratch.ts'

const read = async (directory: string, ...paths: readonly string[]) => {
  const reader = localReader(directory)
  const head = await reader.head()
  if (!head) throw new Error('no commit')
  return readTree(reader, head.commit, (round) => (round === 0 ? paths : []))
}

it('G17 a repository without commits has no head', async () => {
  expect(await localReader(scratch().directory).head()).toBeNull()
})

it('reads HEAD, not what lies uncommitted in the working tree', async () => {
  const repository = scratch()
  repository.write('a.txt', 'committed')
  const commit = repository.commit()
  repository.write('a.txt', 'changed')
  repository.write('b.txt', 'new')
  const tree = await read(repository.directory, 'a.txt', 'b.txt')
  expect(tree.commit).toBe(commit)
  expect([...tree.files]).toEqual([['a.txt', 'committed']])
})

it('G19 symlinks, submodules and LFS pointers are named, not followed', async () => {
  const repository = scratch()
  repository.write('real.json', '{}')
  repository.link('package.json', 'real.json')
  repository.write('big.json', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n')
  const commit = repository.commit()
  repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`)
  repository.git('commit', '--quiet', '--message', 'submodule')
  const tree = await read(repository.directory, 'package.json', 'big.json', 'module', 'real.json')
  expect([...tree.files.keys()]).toEqual(['real.json'])
  expect(tree.skipped).toEqual([
    { path: 'package.json', why: 'symlink' },
    { path: 'module', why: 'submodule' },
    { path: 'big.json', why: 'lfs' },
  ])
})

it('G20 a file over 1 MB and a binary file are left out and named; BOM and CRLF do no harm', async () => {
  const repository = scratch()
  repository.write('huge.json', Buffer.alloc(limits.fileSize + 1, 32))
  repository.write('logo.json', Buffer.from([1, 0, 2]))
  repository.write('dos.json', '\uFEFF{\r\n}\r\n')
  repository.commit()
  const tree = await read(repository.directory, 'huge.json', 'logo.json', 'dos.json')
  expect([...tree.files]).toEqual([['dos.json', '{\n}\n']])
  expect(tree.skipped.map(({ path }) => path)).toEqual(['huge.json', 'logo.json'])
})

it('paths with spaces, quotes, line breaks and non-ASCII letters are read as they are', async () => {
  const repository = scratch()
  const names = ['a b.txt', 'say "hi".txt', 'line\nbreak.txt', '日本語.txt']
  for (const name of names) repository.write(name, name)
  repository.commit()
  expect([...(await read(repository.directory, ...names)).files.values()]).toEqual(names)
})
