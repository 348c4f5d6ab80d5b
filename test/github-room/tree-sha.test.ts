import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { blobSha, treeSha, withFiles } from '../../src/github/tree-sha.ts'
import { localReader } from '../../src/local/reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'tree-sha-'))
const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim()
afterAll(() => rmSync(folder, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('git ids worked out here', () => {
  it('are those of git itself, for names that git sorts in its own way', async () => {
    git('init', '-q', '-b', 'main')
    git('config', 'user.email', 'a@example.com')
    git('config', 'user.name', 'a')
    for (const path of ['a', 'a.b', 'a/b', 'a-b', 'lib/x', 'lib.ts', 'lib-x/y', 'ﬁ/é', '日本/x', 'Z', 'x/y/z/w']) {
      if (path !== 'a') write(path, path)
    }
    write('run.sh', '#!/bin/sh\n')
    chmodSync(join(folder, 'run.sh'), 0o755)
    symlinkSync('lib.ts', join(folder, 'link'))
    git('add', '-A')
    git('commit', '-qm', 'one')
    const { entries } = await localReader(folder).list('HEAD')
    expect(treeSha(entries)).toBe(git('rev-parse', 'HEAD^{tree}'))

    const files = [
      { path: 'infra/cicd/run.sh', action: 'create', mode: '100755', content: 'é\n', purpose: '' },
      { path: 'lib.ts', action: 'update', mode: '100644', content: 'new', purpose: '' },
      { path: 'x/y/z/w', action: 'delete', mode: '100644', content: null, purpose: '' },
    ] as const
    write('infra/cicd/run.sh', 'é\n')
    chmodSync(join(folder, 'infra/cicd/run.sh'), 0o755)
    write('lib.ts', 'new')
    git('rm', '-q', 'x/y/z/w')
    git('add', '-A')
    expect(treeSha(withFiles(entries, files))).toBe(git('write-tree'))
  })

  it('of a blob count bytes, not characters', () => {
    const stored = execFileSync('git', ['hash-object', '--stdin'], { input: 'héllo\n', encoding: 'utf8' }).trim()
    expect(blobSha('héllo\n')).toBe(stored)
  })
})
