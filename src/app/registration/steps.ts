import { randomBytes } from 'node:crypto'
import { UserError } from '../../errors.ts'
import { type Registered, registerApp } from '../../github/register-app.ts'
import { causeOf } from '../../github/status-of.ts'
import { refusedPage, registrationPage } from '../../page/registration.ts'
import type { Settings } from '../../settings.ts'
import { textsIn } from '../../text.ts'
import { newChannel } from './channel.ts'
import { asksOf, hookOf, manifestOf } from './manifest.ts'
import { isPrivate, type ReadWish, readWish, type Wish } from './wish.ts'

/** A request as the steps see it. `base`: what the browser has in its address line, without a slash at the end. */
export interface Visit {
  readonly url: URL
  readonly base: string
  readonly lang: 'en' | 'ja'
}

/** A page, or where to go next. */
export type Reply =
  | { readonly status: 200 | 400; readonly page: string }
  | { readonly status: 303; readonly location: string }

/** What came out of the registration, and what goes into `.env`. */
export interface Done {
  readonly registered: Registered
  readonly channel: string | null
}

/** The three steps: ask, send to GitHub, take over what comes back. `done` is told once, before the browser is sent on. */
export interface Steps {
  ask(visit: Visit): Reply
  channel(visit: Visit): Promise<Reply>
  takeOver(visit: Visit): Promise<Reply>
}

/** Pages that were shown and are remembered: whoever comes back from GitHub must have begun here. */
const remembered = 100

export function registrationSteps(
  settings: Settings,
  appYml: string,
  done: (what: Done) => Promise<void>,
  open: () => Promise<string> = newChannel,
): Steps {
  const begun = new Map<string, Wish>()
  const begin = (wish: Wish): string => {
    const state = randomBytes(16).toString('hex')
    begun.set(state, wish)
    for (const old of [...begun.keys()].slice(0, -remembered)) begun.delete(old)
    return state
  }
  const ask = (visit: Visit) => {
    const read = readWish(visit.url.searchParams, settings.webhookProxy)
    return { status: 200 as const, page: asked(settings, appYml, visit, { read, begin }) }
  }
  const channel = async ({ url, lang }: Visit): Promise<Reply> => {
    const { registration: texts } = textsIn(lang)
    try {
      return { status: 303, location: `/?${through(await open(), url.searchParams)}` }
    } catch (error) {
      return { status: 400, page: refusedPage({ lang, texts }, texts.channelFailed(causeOf(error))) }
    }
  }
  const takeOver = async ({ url, lang }: Visit): Promise<Reply> => {
    const { registration: texts } = textsIn(lang)
    const state = url.searchParams.get('state') ?? ''
    const wish = begun.get(state)
    const code = url.searchParams.get('code')
    if (wish === undefined || !code) return { status: 400, page: refusedPage({ lang, texts }, texts.unknownState) }
    begun.delete(state)
    try {
      const registered = await registerApp(settings.apiUrl, code)
      await done({ registered, channel: wish.channel })
      return { status: 303, location: `${registered.url}/installations/new` }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { status: 400, page: refusedPage({ lang, texts }, error.in(textsIn(lang))) }
    }
  }
  return { ask, channel, takeOver }
}

/** What was entered, with a channel in place of an address. */
function through(channel: string, entered: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(entered)
  query.delete('address')
  query.set('channel', channel)
  return query
}

function asked(
  settings: Settings,
  appYml: string,
  { base, lang }: Visit,
  { read, begin }: { readonly read: ReadWish; readonly begin: (wish: Wish) => string },
): string {
  const { wish, wrong } = read
  const { registration: texts } = textsIn(lang)
  const { webhookPath, githubHost } = settings
  const hook = hookOf(wish, webhookPath)
  const unreachable = hook !== null && githubHost === 'github.com' && isPrivate(hook)
  const state = wrong === null && hook !== null && !unreachable ? begin(wish) : null
  return registrationPage({
    lang,
    texts,
    entered: { address: wish.address ?? '', organization: wish.organization ?? '', name: wish.name },
    others: wish.others,
    channel: wish.channel,
    wrong: unreachable ? texts.unreachable : (wrong?.(texts) ?? null),
    create:
      state === null || hook === null
        ? null
        : {
            action: `${siteOf(settings)}${owner(wish)}/settings/apps/new?state=${state}`,
            manifest: manifestOf(appYml, wish, { base, webhookPath }),
            hook,
          },
    asks: asksOf(appYml),
  })
}

const owner = ({ organization }: Wish) => (organization === null ? '' : `/organizations/${organization}`)

/** Where GitHub's pages are. */
export function siteOf({ apiUrl, githubHost }: Pick<Settings, 'apiUrl' | 'githubHost'>): string {
  return `${new URL(apiUrl).protocol}//${githubHost}`
}
