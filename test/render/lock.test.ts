import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blobId, lockFile, readLock } from '../../src/render/lock.ts'
import { sha1 } from '../../src/render/sha1.ts'
import { textsIn } from '../../src/text.ts'

const lock = (...files: readonly (readonly [string, string])[]) =>
  lockFile({ apps: { '.': { target: 'ecr', ci: 'github-actions' } }, files: Object.fromEntries(files) }, textsIn('en'))

describe('lock', () => {
  it('has SHA-1 as Node has it, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'))
      }),
    )
  })

  it('names a blob as git does', () => {
    // git hash-object --stdin <<< 'hello'; git hash-object -t blob /dev/null
    expect(blobId('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
    expect(blobId('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391')
    expect(blobId('日本\n')).toBe(createHash('sha1').update('blob 7\0日本\n').digest('hex'))
  })

  it('G54 is the same whatever the order of the files, and reads back', () => {
    const [a, b] = [['a.yml', blobId('a\n')] as const, ['b.yml', blobId('b\n')] as const]
    expect(lock(b, a).content).toBe(lock(a, b).content)
    expect(readLock(lock(a, b).content)?.files).toEqual({ 'a.yml': blobId('a\n'), 'b.yml': blobId('b\n') })
  })

  it('reads nothing from what is no lock', () => {
    for (const text of ['', '{', '[]', '{"version":2}', '{"version":1,"template":"x","files":{"a":"b"}}'])
      expect(readLock(text)).toBeNull()
  })
})
