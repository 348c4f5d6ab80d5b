import type { Context, PullRequest, RenderedFile } from '../model.ts'
import { block, cell, code, details } from '../render/markdown.ts'
import { type Section, withinLimit } from '../render/pull-request/section.ts'
import { type Texts, textsOf } from '../text.ts'
import { entries } from './config-entries.ts'
import { planPath } from './files.ts'
import type { Landscape } from './landscape.ts'
import { picture } from './picture.ts'
import { moveOf } from './plan/data.ts'
import type { Ground, Phase } from './plan/phase.ts'
import { arrowOf, purposeOf } from './plan-document.ts'
import { wishText } from './wish-text.ts'

/** The branch of every plan for several accounts. */
export const accountsBranch = 'cicd/accounts'

/** What the pull request tells about. */
export interface Told {
  readonly ground: Ground
  readonly phases: readonly Phase[]
  readonly files: readonly RenderedFile[]
  readonly notes: readonly string[]
  /** Where the wish was written. */
  readonly from: 'comment' | 'issue' | 'configuration'
  readonly context: Context
}

/** Branch, title and body of the pull request. Every name in it is plain by the grammar of the form. */
export function describeAccounts(told: Told): PullRequest {
  const texts = textsOf(told.context)
  const { wish } = told.ground.landscape
  return {
    branch: accountsBranch,
    title: texts.accounts.title(wish.environments.length, wish.products.length),
    body: withinLimit(sections(told, texts), texts),
  }
}

/** The parts of the body in the order of reading; the check shows the same. */
function sections({ ground, phases, files, notes, from, context }: Told, texts: Texts): readonly Section[] {
  const { landscape } = ground
  const say = texts.accounts
  return [
    plain([say.lead(counts(landscape)), '', say.readPlan(planLink(context))]),
    plain(notes.length === 0 ? [] : [say.notesTitle, '', ...notes.map((note) => `- ${note}`)]),
    plain([say.orderTitle, '', ...order(phases, texts)]),
    plain([say.accountsTitle, '', ...accounts(landscape, texts)]),
    ...links(landscape, texts),
    plain(stores(landscape, texts)),
    folded(say.entriesTitle, [
      say.entriesText(ground.pipeline.product),
      '',
      block(entries(landscape, ground.pipeline.product), 'yaml'),
    ]),
    folded(
      say.filesTitle,
      files.map(({ path, purpose, action }) => `- ${code(path)} (${texts.pullRequest.actions[action]}): ${purpose}`),
    ),
    folded(say.happensTitle, [
      texts.pullRequest.happensHead,
      '| --- | --- |',
      ...say.happens.map(([when, what]) => `| ${when ?? ''} | ${what ?? ''} |`),
    ]),
    folded(
      say.costsTitle,
      costs(landscape, texts).map((line) => `- ${line}`),
    ),
    folded(say.madeFromTitle, [say.madeFrom[from], '', block(wishText(landscape.wish), 'yaml')]),
    folded(say.undoTitle, [say.undo]),
    plain([origin(context, texts)]),
  ].filter(({ full }) => full !== '')
}

function plain(lines: readonly string[]): Section {
  const text = lines.join('\n')
  return { full: text, short: text.slice(0, 4000) }
}

function folded(title: string, lines: readonly string[]): Section {
  return { full: details(title, lines.join('\n')), short: '' }
}

function counts({ accounts, links, stores }: Landscape) {
  return { accounts: accounts.length, links: links.length, stores: stores.length }
}

function planLink({ repository }: Context): string {
  const { owner, name, host } = repository
  if (owner === null) return code(planPath)
  const path = [owner, name].map(encodeURIComponent).join('/')
  return `[${planPath}](https://${host}/${path}/blob/${accountsBranch}/${planPath})`
}

function order(phases: readonly Phase[], { accounts }: Texts): readonly string[] {
  const rows = phases.map(({ title, impact }, index) => `| ${index + 1}. ${title} | ${cell(impact)} |`)
  return [accounts.orderHead, '| --- | --- |', ...rows]
}

function accounts({ accounts }: Landscape, texts: Texts): readonly string[] {
  const rows = accounts.map((one) => `| ${one.key} | ${one.ou} | ${cell(purposeOf(one, texts))} |`)
  return [texts.accounts.accountsHead, '| --- | --- | --- |', ...rows]
}

function links(landscape: Landscape, texts: Texts): readonly Section[] {
  const say = texts.accounts
  if (landscape.links.length === 0) return []
  const rows = landscape.links.map(
    (link) => `| ${link.id} | ${arrowOf(link)} | **${say.ways[link.way]}** | ${cell(link.because(texts))} |`,
  )
  const rejected = landscape.links.flatMap(({ id, rejected }) =>
    rejected.map(({ way, because }) => say.rejected(id, say.ways[way], because(texts))),
  )
  return [
    plain([say.linksTitle, '', picture(landscape), '', say.linksHead, '| --- | --- | --- | --- |', ...rows]),
    ...(rejected.length === 0 ? [] : [folded(say.notChosen, [...rejected, '', say.lattice])]),
  ]
}

/** Where each store goes, and how long it is down. */
function stores({ stores }: Landscape, texts: Texts): readonly string[] {
  if (stores.length === 0) return []
  const { dataTitle, dataHead } = texts.accounts
  const rows = stores.map(({ name, kind, account }) => {
    const what = `${name} (${texts.accountsStores.names[kind]})`
    return `| ${what} | ${account} | ${cell(moveOf(kind, texts).downtime)} |`
  })
  return [dataTitle, '', dataHead, '| --- | --- | --- |', ...rows]
}

function costs({ network }: Landscape, { accounts: { costs: say } }: Texts): readonly string[] {
  return [
    say.accounts,
    say.twice,
    ...(network.peerings.length > 0 ? [say.peering] : []),
    ...(network.hubs.length > 0 ? [say.hub] : []),
    ...(network.offers.length > 0 ? [say.privateLink] : []),
    ...(network.peerings.length + network.hubs.length + network.offers.length > 0 ? [say.nat] : []),
    say.billing,
  ]
}

function origin({ request }: Context, { accounts }: Texts): string {
  const by = request.by === null ? '' : accounts.requested(request.by.url.replace(/[\s()<>]/g, encodeURIComponent))
  return by + accounts.again
}
