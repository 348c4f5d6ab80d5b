/** A name of foreign origin as a code span: nothing in it is a link, a mention or markup. Line breaks become spaces. */
export function code(name: string): string {
  const text = printable(name)
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 || text.trim() === '' ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** Foreign text as plain words: every character that Markdown or HTML could take for markup is escaped. Code spans stay. */
export function inert(text: string): string {
  return outsideCode(printable(text), (part) => hush(part.replace(/[[\]*_~|\\]/g, '\\$&').replaceAll('://', ':\\//')))
}

/**
 * Our own Markdown that may hold foreign names: links and emphasis stay; HTML, images, mentions, issue references of others and
 * line breaks go. Apply it to every text of a plan or rendering.
 */
export function tame(text: string): string {
  return outsideCode(printable(text), hush)
}

/** A cell of a table. */
export function cell(markdown: string): string {
  return markdown.replace(/\\?\|/g, '\\|')
}

/** Collapsed details under a heading. */
export function details(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`
}

/** A block of code; the fence is longer than any in the text. */
export function block(text: string, language = ''): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** Without control characters, line breaks, zero-width and direction marks, and lone surrogates. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
}

/**
 * `<` and `&` lose their meaning, images become text, and `@name` and `#12` ping and link nobody. GitHub looks for those after
 * rendering, so an entity for the character itself would not help; a zero-width space behind it does.
 */
function hush(part: string): string {
  return part
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('![', '!\\[')
    .replaceAll('`', '\\`')
    .replace(/(?<![\w/&])#(?=\d)/g, '#&#8203;')
    .replace(/(?<![\w/])@(?=[\w-])/g, '@&#8203;')
}

/** Changes what lies outside of closed code spans. An unclosed backtick is no span. */
function outsideCode(text: string, change: (part: string) => string): string {
  const span = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g
  let out = ''
  let from = 0
  for (const match of text.matchAll(span)) {
    out += change(text.slice(from, match.index)) + match[0]
    from = match.index + match[0].length
  }
  return out + change(text.slice(from))
}
