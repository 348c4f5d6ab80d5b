import type { Reply } from './serve.ts'

/** What a sample's answers must show, whatever runs it. */
export interface Expected {
  /** Text that the page at `/` shows; null where `/` only has to be answered. */
  readonly says: string | null
  /** A path that answers 200. */
  readonly health: string | null
}

/** Asks a running app for its page and its health. Gives a line for the report; throws where an answer is wrong. */
export async function checkAnswers(get: (path: string) => Promise<Reply>, { says, health }: Expected): Promise<string> {
  const home = await get('/')
  if (home.status >= 500 || (says !== null && home.status !== 200))
    throw new Error(`/ answered ${home.status}: ${home.body.slice(0, 500)}`)
  if (says !== null && !home.body.includes(says))
    throw new Error(`/ does not say "${says}": ${home.body.slice(0, 500)}`)
  if (health === null) return `/ → ${home.status}`
  const well = await get(health)
  if (well.status !== 200) throw new Error(`${health} answered ${well.status}: ${well.body.slice(0, 500)}`)
  return `/ → ${home.status}, ${health} → ${well.status}`
}
