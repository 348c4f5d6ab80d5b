/** What is kept in the reply for the next run, invisible to people. */
export interface Mark {
  /** The outcome code of the design: `proposed`, `up_to_date`, `ask`, `nothing`, `unknown`, `dry_run`, `denied`, `refused`, `failed`. */
  readonly outcome: string
  /** The comment that was answered last. */
  readonly command: number
  /** The pull request, where there is one. */
  readonly pull: number | null
}

const start = '<!-- cicd:reply '
const end = ' -->'

/** A reply with its mark in front. Comments in the text are made visible, so that only one mark is ever there. */
export function withMark(text: string, mark: Mark): string {
  const json = JSON.stringify({ v: 1, ...mark }).replaceAll('>', '\\u003e')
  return `${start}${json}${end}\n${text.replaceAll('<!--', '&lt;!--')}`
}

/** The mark of a reply, or null where there is none that can be read. Trust it only in a comment of this app. */
export function readMark(body: string): Mark | null {
  if (!body.startsWith(start)) return null
  const stop = body.indexOf(end, start.length)
  try {
    const value: unknown = JSON.parse(body.slice(start.length, stop))
    return toMark(value)
  } catch {
    return null
  }
}

function toMark(value: unknown): Mark | null {
  if (typeof value !== 'object' || value === null) return null
  const outcome = 'outcome' in value && typeof value.outcome === 'string' ? value.outcome : null
  const command = 'command' in value && typeof value.command === 'number' ? value.command : null
  const pull = 'pull' in value && typeof value.pull === 'number' ? value.pull : null
  return outcome === null || command === null ? null : { outcome, command, pull }
}
