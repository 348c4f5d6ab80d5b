import { isEnglish } from './english-in-source.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a page says, without its style, its code and its tags; each element stands on a line. */
function withoutMarkup(page: string): string {
  return page
    .replace(/<(style|pre|code)\b[\s\S]*?<\/\1>/gu, ' ')
    .replace(/<div class="code[\s\S]*?<\/div>/gu, ' ')
    .replace(/<[^>]+>/gu, '\n')
    .replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '')
}

/** What Markdown says without code, addresses, and names that stand on pages of AWS and GitHub (in emphasis or quotes). */
function withoutCode(text: string): string {
  return text
    .replace(/^(\s*)(`{3,})(?!mermaid)[\s\S]*?\n\s*\2$/gmu, '')
    .replace(/`[^`\n]*`/gu, ' ')
    .replace(/https?:\/\/\S+/gu, ' ')
    .replace(/(?<![*\w])\*[^*\n]+\*(?![*\w])|"[^"\n]*"/gu, ' ')
}

/** The English phrases in a text that should be Japanese. `quoted`: all that the repository holds, which may be repeated as it is. */
export function englishInText(text: string, quoted: string): readonly string[] {
  const said = /^<!doctype html>/iu.test(text) ? withoutMarkup(text) : text
  return withoutCode(said)
    .split(/[^\p{ASCII}…–’]+|\n|\|/u)
    .map((part) => part.trim())
    .filter((part) => isEnglish(part) && !quoted.includes(part))
}
