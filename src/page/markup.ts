/** HTML that is safe to stand in a page. Only `html` and `trusted` make it. */
export interface Markup {
  readonly markup: string
}

type Value = string | number | Markup | null | readonly Value[]

/**
 * A template whose values are escaped: text of a repository never becomes markup. Lists are joined, null is nothing.
 * Attribute values must stand in double quotes in the template.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return {
    markup: parts.map((part, index) => part + (index < values.length ? written(values[index] ?? null) : '')).join(''),
  }
}

/** Markup that another library made of escaped text. */
export function trusted(markup: string): Markup {
  return { markup }
}

function written(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  return 'markup' in value ? value.markup : value.map(written).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Without control, zero-width and direction characters: what a reader sees is what the text says. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Control, zero-width and direction characters shown as the replacement character; line breaks and tabs stay. */
export function visible(text: string): string {
  return text.toWellFormed().replace(/(?![\n\t])[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '\uFFFD')
}
