import type { Texts } from '../text.ts'
import { appPage } from './app-page.ts'
import { html, type Markup, trusted } from './markup.ts'

/** What the page shows that registers the app. */
export interface Registration {
  readonly lang: 'en' | 'ja'
  readonly texts: Texts['registration']
  /** What was entered so far; empty where nothing was. */
  readonly entered: Readonly<Record<'address' | 'organization' | 'name', string>>
  readonly others: boolean
  /** A channel that deliveries come through, or null. */
  readonly channel: string | null
  /** What is wrong with it, or null. */
  readonly wrong: string | null
  /** Where the form of the second step goes, and the manifest it takes there; `hook` is where deliveries will go. Null: not known yet. */
  readonly create: { readonly action: string; readonly manifest: string; readonly hook: string } | null
  /** `contents: write` … */
  readonly asks: readonly string[]
}

/** The page at `/` of a process without credentials. It needs no script: each step is a form. */
export function registrationPage(view: Registration): string {
  const { texts, create, asks } = view
  return page(
    view,
    html`${where(view)}
<section aria-labelledby="create"><h2 id="create">${texts.create}</h2>
${
  create === null
    ? html`<p>${texts.first}</p>`
    : html`<p>${texts.createHint(create.hook)}</p>
<form method="post" action="${create.action}"><input type="hidden" name="manifest" value="${create.manifest}"><button class="button" type="submit">${texts.createButton}</button></form>`
}
<details><summary>${texts.asks}</summary><ul>${asks.map((line) => html`<li><code>${line}</code></li>`)}</ul></details></section>
<section aria-labelledby="next"><h2 id="next">${texts.next}</h2><p>${texts.nextHint}</p><pre tabindex="0"><code>/cicd setup</code></pre></section>`,
  )
}

/** The page that says why the app was not registered. */
export function refusedPage(view: Pick<Registration, 'lang' | 'texts'>, why: string): string {
  const { texts } = view
  return page(
    view,
    html`<h2>${texts.failed}</h2><p role="alert">${why}</p><p><a class="button" href="/">${texts.again}</a></p>`,
  )
}

function where({ texts, entered, others, channel, wrong, create }: Registration): Markup {
  return html`<section aria-labelledby="where"><h2 id="where">${texts.where}</h2>
${wrong === null ? null : html`<p role="alert"><strong>${wrong}</strong></p>`}
<form method="get" action="/" class="entries">
${field('address', texts.address, texts.addressHint, entered.address)}
${field('organization', texts.organization, texts.organizationHint, entered.organization)}
${field('name', texts.name, texts.nameHint, entered.name)}
<p><label><input type="checkbox" name="others"${trusted(others ? ' checked' : '')}> ${texts.others}</label></p>
${channel === null ? null : html`<input type="hidden" name="channel" value="${channel}">`}
<p><button class="button" type="submit">${texts.take}</button></p>
${create === null ? html`<h3>${texts.noAddress}</h3><p>${texts.channelHint}</p><p><button class="button" type="submit" formaction="/channel">${texts.channel}</button></p>` : null}
</form></section>`
}

function field(name: string, label: string, hint: string, value: string): Markup {
  return html`<p><label for="${name}">${label}</label><br><input id="${name}" name="${name}" value="${value}" aria-describedby="${name}-hint" autocomplete="off"><br><span class="read" id="${name}-hint">${hint}</span></p>`
}

function page({ lang, texts }: Pick<Registration, 'lang' | 'texts'>, body: Markup): string {
  return appPage({ lang, title: texts.title, lead: texts.lead, header: null, body })
}
