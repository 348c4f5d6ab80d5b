import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Tree, TreeEntry } from '../src/model.ts'
import { blobId } from '../src/render/lock.ts'
import { decode } from '../src/tree.ts'

/** A tree in memory: path → content. Every file counts as read; wrappers of build tools are executable, as their tools write them. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  const entries = Object.entries(files).map(
    ([path, content]): TreeEntry => ({
      path,
      type: 'file',
      mode: /(?:^|\/)(?:mvnw|gradlew)$/.test(path) ? '100755' : '100644',
      size: content.length,
      sha: blobId(content),
    }),
  )
  return {
    commit: 'c'.repeat(40),
    entries,
    files: new Map(Object.entries(files)),
    skipped: [],
    bases: new Map(),
    unlisted: [],
  }
}

/** The tree of a folder on disk, such as `test/repos/NAME`. */
export function treeOfFolder(folder: string): Tree {
  const files: Record<string, string> = {}
  const walk = (at: string) => {
    for (const name of readdirSync(join(folder, at)).sort()) {
      const path = at === '' ? name : `${at}/${name}`
      if (statSync(join(folder, path)).isDirectory()) walk(path)
      else files[path] = decode(readFileSync(join(folder, path)))
    }
  }
  walk('')
  return treeOf(files)
}
