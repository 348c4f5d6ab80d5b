import type { RenderedFile, Some } from '../model.ts'
import { block, code, details } from '../render/markdown.ts'

/** A comment takes 65,536 characters, and the rest of it wants room too. */
const longest = 50_000

/** The proposal as text, for someone who must commit it by hand. Files that do not fit are named. */
export function filesAsText(files: Some<RenderedFile>): string {
  const shown: string[] = []
  const left: string[] = []
  let length = 0
  for (const { path, action, mode, content } of files) {
    const text =
      content === null ? `${code(path)}: ${action}` : details(heading(path, action, mode), block(content.trimEnd()))
    length += text.length
    if (length <= longest) shown.push(text)
    else left.push(code(path))
  }
  const rest = left.length === 0 ? [] : [`Too long to show: ${left.join(', ')}.`]
  return ['Or commit these files yourself:', ...shown, ...rest].join('\n\n')
}

function heading(path: string, action: string, mode: string): string {
  const name = path.replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`)
  return `${action} <code>${name}</code>${mode === '100755' ? ' (executable)' : ''}`
}
