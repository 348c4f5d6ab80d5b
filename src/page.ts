import { apps } from './page/apps.ts'
import { costs, delivery, facts, steps, warnings } from './page/delivery.ts'
import { files } from './page/files.ts'
import { map } from './page/map.ts'
import { html, type Markup, trusted } from './page/markup.ts'
import { style } from './page/style.ts'
import { notes, verdict } from './page/verdict.ts'
import { type Part, repositoryName, type View } from './page/view.ts'

/** The parts in the order of reading. */
const parts: readonly ((view: View) => Part | null)[] = [
  verdict,
  warnings,
  map,
  apps,
  delivery,
  steps,
  files,
  costs,
  notes,
  facts,
]

/**
 * One HTML page about an outcome: self-contained (no script, no font, no image, no request), readable in light and dark and on paper.
 * Names and contents from the repository are text in it, never markup.
 */
export function planPage(view: View): string {
  const shown = parts.map((part) => part(view)).filter((part) => part !== null)
  return `<!doctype html>\n${document(view, shown).markup}\n`
}

function document(view: View, shown: readonly Part[]): Markup {
  const { outcome, texts, lang } = view
  const name = repositoryName(view.repository)
  const read =
    outcome.commit === null ? texts.noCommits : texts.readAt(outcome.commit.slice(0, 7), outcome.defaultBranch)
  return html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${texts.title(name)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header><p class="outcome ${outcome.kind}">${texts.outcome[outcome.kind]}</p><h1>${name}</h1>
<p class="lead">${outcome.kind === 'proposal' ? outcome.pullRequest.title : null}</p><p class="read">${read}</p></header>
<nav aria-label="${texts.contents}"><ul>${shown.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>${shown.map(
    ({ id, title, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}</section>
`,
  )}</main>
</body>
</html>`
}
