/** What is kept in the reply for the next run, invisible to people. */
export interface Mark {
  /** The outcome code of the design: `proposed`, `up_to_date`, `ask`, `nothing`, `unknown`, `dry_run`, `denied`, `refused`, `failed`. */
  readonly outcome: string
  /** The comments that were answered, newest last; no more than `remembered`. */
  readonly commands: readonly number[]
  /** The pull request, where there is one. */
  readonly pull: number | null
  /** The plan of `connect` that was shown last, which the same command again confirms. */
  readonly plan?: string
  /** How far a survey is that goes on; absent: none does. */
  readonly survey?: string
  /** The merged commit whose first deployment this reply told of, or tells of. */
  readonly follows?: Follows
}

/** `after`: the command that was answered last when it began; a newer one ends it. `ended`: it came to its end. */
export interface Follows {
  readonly commit: string
  readonly after: number
  readonly ended: boolean
}

/** How many answered commands are kept: deliveries come late and out of order, but not that late. */
const remembered = 20
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
  const commands = 'commands' in value && Array.isArray(value.commands) ? value.commands.filter(isId) : null
  const pull = 'pull' in value && isId(value.pull) ? value.pull : null
  const plan = 'plan' in value && typeof value.plan === 'string' ? { plan: value.plan } : {}
  const survey = 'survey' in value && typeof value.survey === 'string' ? { survey: value.survey } : {}
  if (outcome === null || commands === null) return null
  return { outcome, commands, pull, ...plan, ...survey, ...followsOf(value) }
}

function followsOf(mark: object): Pick<Mark, 'follows'> {
  const value = 'follows' in mark ? mark.follows : null
  if (typeof value !== 'object' || value === null || !('commit' in value) || !('after' in value)) return {}
  const { commit, after } = value
  const ended = 'ended' in value && value.ended === true
  return typeof commit === 'string' && isId(after) ? { follows: { commit, after, ended } } : {}
}

function isId(value: unknown): value is number {
  return typeof value === 'number'
}

/** The answered commands, with one more. */
export function answered(before: Mark | null, command: number): readonly number[] {
  return [...(before?.commands ?? []).filter((id) => id !== command), command].slice(-remembered)
}

/** Whether a command was answered. One from before the oldest that is remembered counts as answered too. */
export function isAnswered(mark: Mark | null, command: number): boolean {
  if (mark === null) return false
  if (mark.commands.includes(command)) return true
  return mark.commands.length >= remembered && command < Math.min(...mark.commands)
}
