import type { Context, PullRequest, RenderedFile } from '../model.ts'
import { textsOf } from '../text.ts'
import { code, tame } from './markdown.ts'

/** The branch of every removal. */
export const removalBranch = 'cicd/remove'

/** What the pull request of a removal tells about. */
export interface Removal {
  readonly files: readonly RenderedFile[]
  /** What stays in AWS, one line each, with the command that takes it away. */
  readonly leftovers: readonly string[]
  readonly notes: readonly string[]
  readonly context: Context
}

/** Branch, title and body of the pull request that takes out what was generated. */
export function removalRequest({ files, leftovers, notes, context }: Removal): PullRequest {
  const texts = textsOf(context)
  const { by } = context.request
  const parts = [
    texts.removal.lead(files.length),
    section(
      texts.removal.kept,
      notes.map((note) => `- ${tame(note)}`),
    ),
    section(
      texts.removal.files,
      files.map(({ path }) => `- ${code(path)}`),
    ),
    section(
      texts.removal.stays,
      leftovers.length > 0 ? leftovers.map((line) => `- [ ] ${tame(line)}`) : [texts.removal.nothing],
    ),
    section(texts.removal.settings, [texts.removal.variables]),
    texts.removal.again + (by ? texts.removal.requested(by.url.replace(/[\s()<>]/g, encodeURIComponent)) : ''),
  ]
  const body = parts.filter((part) => part !== null).join('\n\n')
  return { branch: removalBranch, title: texts.removal.title(plainTitle(context.repository.name)), body }
}

function section(title: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : [`### ${title}`, '', ...lines].join('\n')
}

// A title is plain text, which GitHub shows with mentions and references as links.
function plainTitle(name: string): string {
  return name.replace(/[^\w.-]+/g, ' ').slice(0, 80)
}
