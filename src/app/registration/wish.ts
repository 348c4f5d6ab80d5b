import type { Texts } from '../../text.ts'

/** What the person on the page asked for so far. */
export interface Wish {
  readonly name: string
  /** Null: the person's own account. */
  readonly organization: string | null
  /** Where GitHub reaches this process, without a slash at the end; null: not said, or through a channel. */
  readonly address: string | null
  /** A channel of smee.io in place of an address. */
  readonly channel: string | null
  /** Whether accounts other than the owner may install the app. */
  readonly others: boolean
}

/** The wish of an address line, and what is wrong with it; null: nothing. */
export interface ReadWish {
  readonly wish: Wish
  readonly wrong: ((texts: Texts['registration']) => string) | null
}

/** Reads the wish from the query of the page; `known`: the channel that is in the settings already. */
export function readWish(query: URLSearchParams, known: string | null): ReadWish {
  const organization = query.get('organization')?.trim() || null
  const address = query.get('address')?.trim().replace(/\/+$/u, '') || null
  const channel = query.get('channel') || (address === null ? known : null)
  const name = query.get('name')?.trim().slice(0, 34) || 'slipway'
  const wish = { name, organization, address, channel, others: query.get('others') === 'on' }
  if (organization !== null && !/^[a-z\d](?:[a-z\d-]{0,38})$/iu.test(organization)) {
    return { wish: { ...wish, organization: null }, wrong: (texts) => texts.badOrganization }
  }
  if ((address !== null && !isAddress(address)) || (channel !== null && !isAddress(channel))) {
    return { wish: { ...wish, address: null, channel: null }, wrong: (texts) => texts.badAddress }
  }
  return { wish, wrong: null }
}

function isAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/u.test(url.protocol) && url.search === '' && url.hash === '' && url.username === ''
}

/** Whether an address leads to this machine or a private network, which github.com cannot reach. */
export function isPrivate(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? ''
  return /^(?:localhost|.*\.local|.*\.internal|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[::1\])$/u.test(
    host,
  )
}
