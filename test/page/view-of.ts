import { fileURLToPath } from 'node:url'
import type { View } from '../../src/page/view.ts'
import { propose } from '../../src/propose.ts'
import { textsIn } from '../../src/text.ts'
import { type ContextParts, sampleContext } from '../sample-app.ts'
import { treeOf, treeOfFolder } from '../tree-of.ts'

/** What the page shows for a repository of test/repos, by its name, or for these files. */
export function viewOf(
  source: string | Readonly<Record<string, string>>,
  lang: 'en' | 'ja' = 'en',
  parts: ContextParts = {},
): View {
  const named = typeof source === 'string'
  const tree = named ? treeOfFolder(fileURLToPath(new URL(`../repos/${source}`, import.meta.url))) : treeOf(source)
  const context = sampleContext({ ...parts, repository: { name: named ? source : 'shop', ...parts.repository } })
  const outcome = propose(tree, context)
  return { repository: context.repository, outcome, before: tree.files, lang, texts: textsIn(lang).page }
}
