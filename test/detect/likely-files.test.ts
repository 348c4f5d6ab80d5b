import { describe, expect, it } from 'vitest'
import { likelyFiles } from '../../src/detect/likely-files.ts'
import { viewTree } from '../../src/detect/repository.ts'
import type { TreeEntry } from '../../src/model.ts'

function guessed(sizes: Readonly<Record<string, number>>): readonly string[] {
  const entries = Object.entries(sizes).map(
    ([path, size]): TreeEntry => ({ path, type: 'file', mode: '100644', size, sha: '0'.repeat(40) }),
  )
  const tree = { commit: 'c', entries, files: new Map(), skipped: [], bases: new Map(), unlisted: [] }
  return likelyFiles.lists?.(viewTree(tree)) ?? []
}

describe('files that later rounds will probably ask for', () => {
  it('lockfiles first, then programs, then their modules, nearest to the manifest first', () => {
    expect(
      guessed({
        'package.json': 1,
        'src/lib/a.ts': 1,
        'src/index.ts': 1,
        'server.js': 1,
        'package-lock.json': 1,
        'b.py': 1,
      }),
    ).toEqual(['package-lock.json', 'server.js', 'src/index.ts', 'b.py', 'src/lib/a.ts'])
  })

  it('nothing large, nothing of tests and components, nothing ignored, nothing deep', () => {
    expect(
      guessed({
        'package.json': 1,
        'index.js': 100_000,
        'tests/index.js': 1,
        'src/components/index.ts': 1,
        'node_modules/x/index.js': 1,
        'a/b/c/d/index.js': 1,
        'types.d.ts': 1,
        'vite.config.ts': 1,
      }),
    ).toEqual([])
  })

  it('nothing where nothing says that there is a program', () => {
    expect(guessed({ 'index.js': 1, 'README.md': 1 })).toEqual([])
  })

  it('at most 80, and none among very many', () => {
    const many = (count: number) =>
      Object.fromEntries([['package.json', 1], ...Array.from({ length: count }, (_, at) => [`m${at}.js`, 1])])
    expect(guessed(many(500))).toHaveLength(80)
    expect(guessed(many(20_001))).toEqual([])
  })
})
