import type { RepositoryHandle, SeenComment } from '../github/repository-handle.ts'
import type { Print } from './printer.ts'

const emoji: Readonly<Record<string, string>> = { eyes: '👀', '-1': '👎', '+1': '👍', rocket: '🚀', confused: '😕' }

/**
 * Prints an issue with its comments, and every pull request of the repository with its body and its diff. `site` is where the
 * app takes the pages of GitHub to be; links there are shown as links to github.com, where a reader would find them.
 */
export async function printThread(
  repository: RepositoryHandle,
  issue: number,
  { print, site }: { readonly print: Print; readonly site: string },
): Promise<void> {
  const seen = (markdown: string) => visible(markdown).replaceAll(site, 'https://github.com')
  heading(print, `Issue #${issue}`)
  for (const comment of repository.comments(issue)) printComment({ ...comment, body: seen(comment.body) }, print)
  for (const pull of repository.pulls()) {
    heading(print, `Pull request #${pull.number}: ${pull.title}`)
    print(`${pull.by} wants to merge ${pull.head} into ${pull.base}\n`, 'dim')
    print(seen(pull.body))
    heading(print, `Files changed in #${pull.number}`)
    for (const line of (await repository.diff(pull.base, pull.head)).split('\n')) print(line, styleOf(line))
  }
}

function printComment({ body, by, reactions }: SeenComment, print: Print): void {
  print(`${by}:`, 'bold')
  print(body.replace(/^/gm, '  '))
  for (const reaction of reactions) {
    const [content = '', , who = ''] = reaction.split(' ')
    print(`  ${emoji[content] ?? ''} ${content} (${who})`, 'dim')
  }
  print('')
}

function heading(print: Print, text: string): void {
  print(`\n${text}`, ['bold', 'underline'])
  print('')
}

/** What a reader of the page sees: no HTML comments, which are for machines, and folded parts open. */
function visible(markdown: string): string {
  return markdown
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<\/?details>\n*/g, '')
    .replace(/<summary>(.*?)<\/summary>/g, '#### $1')
    .replaceAll('<br>', '\n  ')
    .trim()
}

function styleOf(line: string): 'bold' | 'cyan' | 'green' | 'red' | undefined {
  if (line.startsWith('diff ') || line.startsWith('+++') || line.startsWith('---')) return 'bold'
  if (line.startsWith('@@')) return 'cyan'
  if (line.startsWith('+')) return 'green'
  return line.startsWith('-') ? 'red' : undefined
}
