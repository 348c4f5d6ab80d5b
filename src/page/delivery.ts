import type { Outcome, Step } from '../model.ts'
import { factSays } from '../render/facts.ts'
import { orderedSteps } from '../render/ordered-steps.ts'
import { textsIn } from '../text.ts'
import { html, type Markup } from './markup.ts'
import { prose } from './prose.ts'
import { type Part, targetName, type View } from './view.ts'

type Proposal = Extract<Outcome, { kind: 'proposal' }>

const proposed = ({ outcome }: View): Proposal | null => (outcome.kind === 'proposal' ? outcome : null)

/** The way of a push to its users, one picture for each target. A list, so that it reads in order without the picture. */
export function delivery(view: View): Part | null {
  const paths = (proposed(view)?.rendered ?? []).flatMap(({ of, rendering }) =>
    of === 'bootstrap' || of === 'provider'
      ? []
      : [{ name: of === 'ci' ? 'CI' : targetName(of, view), nodes: rendering.delivery }],
  )
  if (paths.length === 0) return null
  const body = html`${paths.map(
    ({ name, nodes }) =>
      html`<h3>${name}</h3><ol class="path">${nodes.map((node) => html`<li><span>${node}</span></li>`)}</ol>`,
  )}`
  return { id: 'delivery', title: view.texts.delivery, body }
}

/** What a reviewer must not miss. */
export function warnings(view: View): Part | null {
  const all = distinct((proposed(view)?.rendered ?? []).flatMap(({ rendering }) => rendering.warnings))
  return all.length === 0 ? null : { id: 'warnings', title: view.texts.warnings, body: list(all) }
}

/** What no machine can do, in order: what AWS must hold comes before what uses it. */
export function steps(view: View): Part | null {
  const all = orderedSteps(proposed(view)?.rendered ?? [])
  if (all.length === 0) return null
  const { texts } = view
  const half = (title: string, when: Step['when']) => {
    const mine = all.filter((step) => step.when === when)
    return mine.length === 0 ? null : html`<h3>${title}</h3><ol>${mine.map((step) => entry(step, texts.open))}</ol>`
  }
  return {
    id: 'steps',
    title: texts.steps,
    body: html`${half(texts.before, 'before merge')}${half(texts.after, 'after merge')}`,
  }
}

/** What costs money. */
export function costs(view: View): Part | null {
  const all = distinct((proposed(view)?.rendered ?? []).flatMap(({ rendering }) => rendering.costs))
  return all.length === 0 ? null : { id: 'costs', title: view.texts.costs, body: list(all) }
}

/** Dated facts with their sources. */
export function facts(view: View): Part | null {
  const found = (proposed(view)?.rendered ?? []).flatMap(({ rendering }) => rendering.facts)
  const all = [...new Map(found.map((fact) => [fact.id, fact])).values()]
  if (all.length === 0) return null
  const items = all.map((fact) => {
    const { date, source } = fact
    const says = factSays(fact, textsIn(view.lang))
    return html`<li><time datetime="${date}">${date}</time> ${prose(says)} <a href="${source}">${view.texts.source}<span class="hidden">: ${says}</span></a></li>`
  })
  return { id: 'facts', title: view.texts.facts, body: html`<ul>${items}</ul>` }
}

function entry({ title, text, commands, link }: Step, open: string): Markup {
  const code = commands.length === 0 ? null : html`<pre tabindex="0"><code>${commands.join('\n')}</code></pre>`
  const go = link === null ? null : html` <a href="${link}">${open}<span class="hidden">: ${title}</span></a>`
  return html`<li><strong>${prose(title)}</strong><br>${prose(text)}${go}${code}</li>
`
}

function list(all: readonly string[]): Markup {
  return html`<ul>${all.map((text) => html`<li>${prose(text)}</li>`)}</ul>`
}

const distinct = (all: readonly string[]) => [...new Set(all)]
