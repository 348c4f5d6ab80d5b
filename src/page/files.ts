import type { RenderedFile } from '../model.ts'
import { changeSize, changeTable } from './change.ts'
import { html, type Markup } from './markup.ts'
import type { Part, View } from './view.ts'

/** Every file of the proposal: new ones whole, changed ones as a difference. Folded, so that the page can be read first. */
export function files(view: View): Part | null {
  if (view.outcome.kind !== 'proposal') return null
  const all = view.outcome.files
  const { texts } = view
  return {
    id: 'files',
    title: texts.files,
    body: html`<p>${texts.filesSay(all.length)}</p>${all.map((file) => folded(file, view))}`,
  }
}

function folded(file: RenderedFile, { before, texts }: View): Markup {
  const old = file.action === 'create' ? null : (before.get(file.path) ?? null)
  const size = changeSize(old, file.content)
  const counts = [
    size.added > 0 ? html`<span class="plus" title="${texts.added(size.added)}">+${size.added}</span> ` : null,
    size.removed > 0 ? html`<span class="minus" title="${texts.removed(size.removed)}">−${size.removed}</span> ` : null,
  ]
  return html`<details class="file"><summary><code>${file.path}</code> <span class="tag ${file.action}">${texts.action[file.action]}</span> ${counts}<span class="purpose">${file.purpose}</span></summary>
${changeTable(file.path, old, file.content, texts.contentOf(file.path))}</details>
`
}
