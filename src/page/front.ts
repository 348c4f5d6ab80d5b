import type { Texts } from '../text.ts'
import { appPage } from './app-page.ts'
import { html } from './markup.ts'

/** What the front page of a running app shows. It knows nothing of any repository. */
export interface Front {
  /** Where the app is installed on an account; null while GitHub cannot be asked. */
  readonly installUrl: string | null
  /** The app's page on GitHub, null likewise. */
  readonly appUrl: string | null
  /** Why commands cannot be taken now; null: they can. */
  readonly unready: string | null
  readonly lang: 'en' | 'ja'
  readonly texts: Texts['front']
}

/** The page at `/`: what this is, how to install it, whether it works. */
export function frontPage({ installUrl, appUrl, unready, lang, texts }: Front): string {
  const state = unready === null ? ['proposal', texts.ready] : ['unknown', texts.unready(unready)]
  const header = html`<p class="outcome ${state[0] ?? ''}">${state[1] ?? ''}</p>`
  const body = html`${installUrl === null ? null : html`<p><a class="button" href="${installUrl}">${texts.install}</a></p>`}
<section aria-labelledby="use"><h2 id="use">${texts.use}</h2>
<ol><li>${texts.stepInstall}</li><li>${texts.stepComment}<pre tabindex="0"><code>/cicd setup</code></pre></li><li>${texts.stepReview}</li></ol></section>
<section aria-labelledby="links"><h2 id="links">${texts.links}</h2>
<ul>${appUrl === null ? null : html`<li><a href="${appUrl}">${texts.onGithub}</a></li>`}<li><a href="/healthz">${texts.alive}</a></li><li><a href="/readyz">${texts.canWork}</a></li></ul></section>`
  return appPage({ lang, title: texts.title, lead: texts.lead, header, body })
}
