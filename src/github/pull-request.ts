import type { PullRequest } from '../model.ts'
import type { Texts } from '../text.ts'
import { once, unrepeated } from './once.ts'
import { at, type Place } from './place.ts'
import type { Pull } from './state.ts'
import { messageOf, statusOf } from './status-of.ts'

/** A pull request on GitHub. */
export interface Opened {
  readonly number: number
  readonly url: string
  /** `found`: another process opened it in the same moment. Absent: it was open before. */
  readonly by?: 'us' | 'found'
}

/** What goes with the text of a pull request: the plan that it tells of, and the language. */
interface Telling {
  readonly plan: string
  readonly texts: Texts
}

/** GitHub takes 65,536 characters. */
const longest = 65_000

/**
 * Opens the pull request, or finds the one that is open. `closed` is an earlier one that was closed without merging; it stays
 * closed and is named.
 */
export async function openPull(
  place: Place,
  text: PullRequest,
  base: string,
  closed: Pull | null,
  { plan, texts }: Telling,
): Promise<Opened> {
  const earlier = closed === null ? '' : texts.github.earlier(closed.number)
  const find = () => findOpen(place, text.branch)
  try {
    return await once(async () => {
      const { data } = await place.client.rest.pulls.create({
        ...at(place),
        head: text.branch,
        base,
        title: text.title,
        body: shorten(text.body, longest - earlier.length, texts) + earlier + planMark(plan),
        request: unrepeated,
      })
      return { number: data.number, url: data.html_url, by: 'us' } as const
    }, find)
  } catch (error) {
    const found = statusOf(error) === 422 && /already exists/iu.test(messageOf(error)) ? await find() : null
    if (found === null) throw error
    return { ...found, by: 'found' }
  }
}

/** Brings title and body up to date; boxes that people ticked stay ticked. Not where someone else opened it. */
export async function updatePull(place: Place, pull: Pull, text: PullRequest, { plan, texts }: Telling): Promise<void> {
  if (!pull.ours) return
  const body = keepTicks(shorten(text.body, longest, texts), pull.body) + planMark(plan)
  if (pull.title === text.title && pull.body === body) return
  await place.client.rest.pulls.update({ ...at(place), pull_number: pull.number, title: text.title, body })
}

function planMark(plan: string): string {
  return `\n\n<!-- cicd:plan ${plan} -->`
}

/** Whether the text of a pull request is about this plan. Where people took the mark out, or opened it themselves, it is theirs to say. */
export function tells({ ours, body }: Pull, plan: string): boolean {
  const said = /<!-- cicd:plan (\S+) -->/u.exec(body)?.[1]
  return !ours || said === undefined || said === plan
}

const people = { start: '<!-- cicd:people -->', end: '<!-- /cicd:people -->' }

/** The text of a pull request with a section about what people changed, in the place of an earlier one. */
export function withPeople({ body }: Pick<Pull, 'body'>, section: string): string {
  const from = body.indexOf(people.start)
  const to = body.indexOf(people.end)
  const rest = from === -1 || to < from ? body : body.slice(0, from).trimEnd() + body.slice(to + people.end.length)
  return `${rest.trimEnd()}\n\n${people.start}\n${section}\n${people.end}\n`
}

export async function setPullBody(place: Place, pull: Pull, body: string): Promise<void> {
  if (!pull.ours || body.length > longest) return
  await place.client.rest.pulls.update({ ...at(place), pull_number: pull.number, body })
}

/** Ticks the boxes of `body` whose text is ticked in `before`. */
export function keepTicks(body: string, before: string): string {
  const ticked = new Set([...before.matchAll(/^\s*[-*] \[[xX]\] (.*?)\r?$/gmu)].map(([, text]) => text))
  return body.replace(/^(\s*[-*] )\[ \] (.*)$/gmu, (line, start: string, text: string) =>
    ticked.has(text) ? `${start}[x] ${text}` : line,
  )
}

async function findOpen(place: Place, branch: string): Promise<Opened | null> {
  const { data } = await place.client.rest.pulls.list({ ...at(place), state: 'open', head: `${place.owner}:${branch}` })
  const [pull] = data
  return pull === undefined ? null : { number: pull.number, url: pull.html_url }
}

/** Cuts before the last heading that still fits, so that no block stays open. */
function shorten(body: string, limit: number, texts: Texts): string {
  if (body.length <= limit) return body
  const note = texts.github.restLeftOut
  const room = body.slice(0, limit - note.length)
  const heading = room.lastIndexOf('\n## ')
  return (heading > 0 ? room.slice(0, heading) : room) + note
}
