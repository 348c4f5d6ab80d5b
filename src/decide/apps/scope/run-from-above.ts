import { pathFrom } from '../../../detect/path-from.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow } from './folders.ts'

/** A server's folder may hold a part of it with a manifest of its own: what the server above starts or imports is no second one. */
export const runFromAbove: ScopeRule = {
  id: 'run-from-above',
  apply: (drafts) => drafts.filter((draft) => !drafts.some((above) => runs(above, draft))),
}

function runs(above: Draft, { app, place }: Draft): boolean {
  if (!app || !above.app || app.kind === 'static' || app.kind === 'serverless' || app.kind === 'ssr') return false
  if (above.app.kind !== 'server' && above.app.kind !== 'worker') return false
  if (!isBelow(place.root, above.place.root) || app.language !== above.app.language) return false
  const folder = pathFrom(above.place.root, place.root)
  return starts(above.app.start ?? '', folder) || imports(above, folder)
}

function starts(command: string, folder: string): boolean {
  const words = command.split(/\s+/)
  const module = folder.replaceAll('/', '.')
  return words.some((word, i) =>
    words[i - 1] === '--pythonpath' || words[i - 1] === '--chdir' || words[i - 1] === '--app-dir'
      ? word === folder
      : word.startsWith(`${module}.`) || word.replace(/^\.\//, '').startsWith(`${folder}/`),
  )
}

/** Whether a source file directly in the folder above imports from the folder. Only files that were read count. */
function imports({ place }: Draft, folder: string): boolean {
  const name = folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const node = new RegExp(`(?:require\\(|from |import\\()\\s*['"\`]\\./${name}/`)
  const python = new RegExp(
    `^\\s*(?:from|import) ${name.replaceAll('/', '\\.')}(?:\\.|\\s)|path\\.(?:insert|append)\\([^\\n]*["']${name}["']`,
    'm',
  )
  return [...place.folder.files].some((file) => {
    if (/\.[cm]?[jt]sx?$/.test(file)) return node.test(place.text(file) ?? '')
    return file.endsWith('.py') && python.test(place.text(file) ?? '')
  })
}
