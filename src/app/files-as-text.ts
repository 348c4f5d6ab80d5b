import type { RenderedFile, Some } from '../model.ts'
import { block, code, details } from '../render/markdown.ts'
import type { Texts } from '../text.ts'

/** A comment takes 65,536 characters, and the rest of it wants room too. */
const longest = 50_000

/** The proposal as text, for someone who must commit it by hand. Files that do not fit are named. */
export function filesAsText(files: Some<RenderedFile>, texts: Texts): string {
  const shown: string[] = []
  const left: string[] = []
  let length = 0
  for (const { path, action, mode, content } of files) {
    const text =
      content === null
        ? `${code(path)}: ${texts.reply.actions[action]}`
        : details(
            heading(path, texts.reply.actions[action], mode === '100755' ? texts.reply.executable : ''),
            block(content.trimEnd()),
          )
    length += text.length
    if (length <= longest) shown.push(text)
    else left.push(code(path))
  }
  const rest = left.length === 0 ? [] : [texts.reply.tooLong(left.join(', '))]
  return [texts.reply.orCommit, ...shown, ...rest].join('\n\n')
}

function heading(path: string, action: string, note: string): string {
  const name = path.replace(/[&<>]/gu, (character) => `&#${character.charCodeAt(0)};`)
  return `${action} <code>${name}</code>${note}`
}
