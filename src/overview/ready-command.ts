import { shellWord } from '../render/shell.ts'
import type { Row } from './row.ts'

const page = /^https?:\/\/([\w.:-]+)\/([\w.-]+\/[\w.-]+)$/u

/** The page of a repository, where it is one: what a mark holds may have been written by others. */
export function pageOf({ url }: Pick<Row, 'url'>): string | null {
  return url !== null && page.test(url) ? url : null
}

/** The page on which an issue is opened, with its title and a text that says what to comment: a command in the text of an issue is never run. */
export function newIssue(row: Row, body: string): string | null {
  const address = pageOf(row)
  if (address === null || !row.issues) return null
  return `${address}/issues/new?title=${encoded('CI/CD')}&body=${encoded(body)}`
}

/** A loop for a shell that opens an issue in each repository and comments the command there, by the GitHub CLI. Null for less than two. */
export function atOnce(
  rows: readonly Row[],
  command: string,
): { readonly count: number; readonly script: string } | null {
  const names = rows.filter(({ issues }) => issues).flatMap((row) => cliName(row) ?? [])
  if (names.length < 2) return null
  const script = [
    `for repository in ${names.map(shellWord).join(' ')}; do`,
    `  gh issue comment "$(gh issue create -R "$repository" -t CI/CD -b CI/CD)" -b ${shellWord(command)}`,
    'done',
  ].join('\n')
  return { count: names.length, script }
}

/** `owner/name`, and before it the host where that is not github.com. */
function cliName(row: Row): string | null {
  const [, host, name] = page.exec(row.url ?? '') ?? []
  if (host === undefined || name === undefined) return null
  return host === 'github.com' ? name : `${host}/${name}`
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
