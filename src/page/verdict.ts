import { html } from './markup.ts'
import { prose } from './prose.ts'
import type { Part, View } from './view.ts'

/** What came out where it is no proposal: the question with its answers, or why there is nothing to do. */
export function verdict({ outcome, texts }: View): Part | null {
  if (outcome.kind === 'proposal') return null
  if (outcome.kind !== 'ask') {
    return { id: 'verdict', title: texts.outcome[outcome.kind], body: html`<p>${prose(outcome.because)}</p>` }
  }
  const { text, choices } = outcome.question
  const body = html`<p>${prose(text)}</p><p>${texts.answers}</p><pre tabindex="0"><code>${choices.join('\n')}</code></pre>`
  return { id: 'verdict', title: texts.question, body }
}

/** What else was noticed. */
export function notes({ outcome, texts }: View): Part | null {
  if (outcome.notes.length === 0) return null
  const items = outcome.notes.map((note) => html`<li>${prose(note)}</li>`)
  return { id: 'notes', title: texts.existing, body: html`<ul>${items}</ul>` }
}
