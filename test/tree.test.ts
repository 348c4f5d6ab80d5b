import { expect, it } from 'vitest'
import type { TreeEntry } from '../src/model.ts'
import { decode, limits, type RepositoryReader, readTree } from '../src/tree.ts'

const entry = (path: string, size = 1): TreeEntry => ({ path, type: 'file', mode: '100644', size, sha: path })

/** A reader over entries that answers each file with its own path and counts the calls. */
function countingReader(entries: readonly TreeEntry[]) {
  const calls: string[][] = []
  const reader: RepositoryReader = {
    head: async () => ({ commit: 'c', branch: 'main' }),
    list: async () => ({ entries, unlisted: ['big'] }),
    read: async (wanted) => {
      calls.push(wanted.map(({ path }) => path))
      return new Map(wanted.map(({ path }) => [path, new TextEncoder().encode(path)]))
    },
  }
  return { reader, calls }
}

it('reads what is wanted, then what the files read so far name, each file once', async () => {
  const { reader, calls } = countingReader([entry('a'), entry('b'), entry('c')])
  const tree = await readTree(reader, 'c', (round, read) =>
    round === 0 ? ['a'] : read.files.has('a') ? ['a', 'b', 'missing'] : [],
  )
  expect(calls).toEqual([['a'], ['b']])
  expect([...tree.files.keys()]).toEqual(['a', 'b'])
})

it('G18 folders that were not listed stay named', async () => {
  const { reader } = countingReader([])
  expect((await readTree(reader, 'c', () => [])).unlisted).toEqual(['big'])
})

it('stops after the bounded number of rounds', async () => {
  const { reader, calls } = countingReader(Array.from({ length: 20 }, (_, i) => entry(`f${i}`)))
  await readTree(reader, 'c', (round) => [`f${round}`])
  expect(calls).toHaveLength(limits.rounds)
})

it('reads a bounded number of files and bytes, and names the rest', async () => {
  const many = Array.from({ length: limits.files + 5 }, (_, i) => entry(`f${i}`))
  const tree = await readTree(countingReader(many).reader, 'c', (round) =>
    round === 0 ? many.map(({ path }) => path) : [],
  )
  expect(tree.files.size).toBe(limits.files)
  expect(tree.skipped).toHaveLength(5)
  const large = Array.from({ length: 40 }, (_, i) => entry(`g${i}`, limits.fileSize))
  const second = await readTree(countingReader(large).reader, 'c', (round) =>
    round === 0 ? large.map(({ path }) => path) : [],
  )
  expect(second.files.size).toBe(limits.totalSize / limits.fileSize)
})

it('a file that could not be had is named, not taken for empty', async () => {
  const { reader } = countingReader([entry('a')])
  const tree = await readTree({ ...reader, read: async () => new Map() }, 'c', () => ['a'])
  expect(tree.skipped).toEqual([{ path: 'a', why: 'unreadable' }])
})

it('reads UTF-16 with a byte order mark, as pip does', () => {
  expect(decode(new Uint8Array([0xff, 0xfe, 0x66, 0, 0x0d, 0, 0x0a, 0]))).toBe('f\n')
  expect(decode(new Uint8Array([0xfe, 0xff, 0, 0x66]))).toBe('f')
})
