import type { App, Choice, Evidence } from '../model.ts'
import { html, type Markup } from './markup.ts'
import { prose } from './prose.ts'
import { lineAddress, type Part, rootName, targetName, type View } from './view.ts'

/** Every app: what it is, where it goes and why, what was seen, what was not chosen. */
export function apps(view: View): Part | null {
  const { choices } = view.outcome
  if (choices.length === 0) return null
  return { id: 'apps', title: view.texts.apps, body: html`${choices.map((choice) => card(choice, view))}` }
}

function card(choice: Choice, view: View): Markup {
  const { app, target, because } = choice
  const { texts } = view
  return html`<article class="card"><h3>${rootName(app, view)}</h3>
<p class="goes ${target === null ? 'none' : 'target'}">${texts.goesTo(targetName(target, view))}</p>
<p>${prose(because)}</p>
<dl class="facts">${facts(app, view).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${remarks(app.remarks, texts.remarks)}${evidence(app.evidence, view)}${rejected(choice, view)}</article>
`
}

function facts(app: App, { texts }: View): readonly (readonly [string, Markup])[] {
  const { fact, kind } = texts
  const manager = app.packageManager
  const words: readonly (readonly [string, string | null])[] = [
    [fact.kind, kind[app.kind]],
    [fact.framework, app.framework],
    [fact.language, app.language],
    [fact.packageManager, manager && [manager.name, manager.version].filter(Boolean).join(' ')],
    [fact.runtime, app.runtime && `${app.runtime.name} ${app.runtime.version}`],
    [fact.port, app.port === null ? null : String(app.port)],
    [fact.needs, app.needs.length === 0 ? null : app.needs.map(texts.need).join(', ')],
  ]
  const codes: readonly (readonly [string, string | null])[] = [
    [fact.install, app.install],
    [fact.build, app.build],
    [fact.test, app.test],
    [fact.output, app.output],
    [fact.start, app.start],
    [fact.dockerfile, app.dockerfile?.path ?? null],
    [fact.env, app.env.length === 0 ? null : app.env.join(' ')],
  ]
  return [
    ...words.flatMap(([name, value]) => (value === null ? [] : [[name, html`${value}`] as const])),
    ...codes.flatMap(([name, value]) => (value === null ? [] : [[name, html`<code>${value}</code>`] as const])),
  ]
}

function remarks(all: readonly string[], title: string): Markup | null {
  if (all.length === 0) return null
  return html`<h4>${title}</h4><ul>${all.map((remark) => html`<li>${prose(remark)}</li>`)}</ul>`
}

function evidence(all: readonly Evidence[], view: View): Markup {
  const { texts } = view
  const rows = all.map(
    ({ id, path, line, says }) => html`<tr><td>${id}</td><td>${place(path, line, view)}</td><td>${prose(says)}</td></tr>
`,
  )
  return html`<details open><summary>${texts.evidence}</summary><div class="scroll"><table class="plain"><thead><tr><th scope="col">#</th><th scope="col">${texts.where}</th><th scope="col">${texts.says}</th></tr></thead><tbody>${rows}</tbody></table></div></details>`
}

function place(path: string, line: number | null, view: View): Markup {
  const text = line === null ? path : `${path}:${line}`
  const address = lineAddress(view, path, line)
  return address === null ? html`<code>${text}</code>` : html`<a href="${address}"><code>${text}</code></a>`
}

function rejected(choice: Choice, view: View): Markup | null {
  if (choice.rejected.length === 0) return null
  const items = choice.rejected.map(
    ({ id, target, because }) => html`<li>${id} <strong>${targetName(target, view)}</strong>: ${prose(because)}</li>`,
  )
  return html`<details><summary>${view.texts.rejected}</summary><ul>${items}</ul></details>`
}
