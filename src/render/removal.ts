import type { Context, PullRequest, RenderedFile } from '../model.ts'
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
  const parts = [
    `**Merging** removes ${files.length} generated files, so that nothing is delivered from here any more. **Closing** changes nothing. What runs in AWS goes on running.`,
    section(
      'Changed by you, and kept',
      notes.map((note) => `- ${tame(note)}`),
    ),
    section(
      'Files that go',
      files.map(({ path }) => `- ${code(path)}`),
    ),
    section(
      'What stays in AWS, and how to remove it',
      leftovers.length > 0 ? leftovers.map((line) => `- [ ] ${tame(line)}`) : ['Nothing.'],
    ),
    section('Settings of this repository', [
      '- [ ] Variables and environments that were made for the workflows: *Settings*, *Secrets and variables*, *Actions*; *Settings*, *Environments*.',
    ]),
    `To set it up again: \`/cicd setup\`.${context.request.by ? ` Requested in [this comment](${context.request.by.url.replace(/[\s()<>]/g, encodeURIComponent)}).` : ''}`,
  ]
  const body = parts.filter((part) => part !== null).join('\n\n')
  return { branch: removalBranch, title: `Remove the CI/CD set-up of ${plainTitle(context.repository.name)}`, body }
}

function section(title: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : [`### ${title}`, '', ...lines].join('\n')
}

// A title is plain text, which GitHub shows with mentions and references as links.
function plainTitle(name: string): string {
  return name.replace(/[^\w.-]+/g, ' ').slice(0, 80)
}
