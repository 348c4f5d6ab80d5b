import { describe, expect, it } from 'vitest'
import { wanted } from '../../src/detect.ts'
import { treeOf } from '../tree-of.ts'

const wantedOf = (paths: readonly string[], files: Readonly<Record<string, string>> = {}, round = 0) => {
  const tree = treeOf(Object.fromEntries(paths.map((path) => [path, files[path] ?? ''])))
  return wanted(round, { ...tree, files: new Map(Object.entries(files)) })
}

describe('what is read of a repository', () => {
  it('is not its sources, as far as names go', () => {
    const sources = ['src/index.ts', 'src/a/handler.ts', 'lib/Plugin.php', 'src/deep/app.js', 'docs/notes.md']
    expect(wantedOf(sources)).toEqual([])
  })

  it('comes nearest to the root first, and leaves ignored folders alone', () => {
    expect(wantedOf(['b/c/package.json', 'node_modules/x/package.json', 'package.json', 'a/package.json'])).toEqual([
      'package.json',
      'a/package.json',
      'b/c/package.json',
    ])
  })

  it('is at most a hundred files of one name, so that no name keeps the others out', () => {
    const pages = Array.from({ length: 300 }, (_, i) => `api/${i}/index.html`)
    const found = wantedOf([...pages, 'z/z/z/package.json'])
    expect(found).toHaveLength(101)
    expect(found).toContain('z/z/z/package.json')
  })

  it('follows a handler only where something speaks of Lambda', () => {
    const manifests = { 'fn/package.json': '{"dependencies": {"aws-sdk": "2"}}', 'web/package.json': '{}' }
    const found = wantedOf(['fn/package.json', 'fn/index.js', 'web/package.json', 'web/handler.js'], manifests, 1)
    expect(found).toContain('fn/index.js')
    expect(found).not.toContain('web/handler.js')
  })
})
