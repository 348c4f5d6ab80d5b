import { html, type Markup } from './markup.ts'

/** Our own short texts as HTML: code spans and emphasis become elements, the rest is text. */
export function prose(text: string): readonly Markup[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (/^`[^`]+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`
    if (/^\*\*[^*]+\*\*$/.test(part)) return html`<strong>${part.slice(2, -2)}</strong>`
    return html`${part}`
  })
}
