import type { Choice } from '../model.ts'
import { html, type Markup } from './markup.ts'
import { type Part, repositoryName, rootName, targetName, type View } from './view.ts'

const most = 16
const box = { width: 264, height: 52, gap: 18 }
const column = { repository: 0, apps: 340, targets: 680 }
const width = column.targets + box.width

/** The repository drawn as its apps, and where each goes: three columns of boxes. The text says the same to those who do not see it. */
export function map(view: View): Part | null {
  const { outcome, texts } = view
  const shown = outcome.choices.slice(0, most)
  if (shown.length === 0) return null
  const left = outcome.choices.length - shown.length
  const names = [...new Set(shown.map(({ target }) => targetName(target, view)))]
  const rows = Math.max(shown.length, names.length)
  const height = rows * (box.height + box.gap) - box.gap + 4
  const appY = (index: number) => placed(index, shown.length, height)
  const targetY = (name: string) => placed(names.indexOf(name), names.length, height)
  const says = shown.map((choice) => `${rootName(choice.app, view)} → ${targetName(choice.target, view)}`).join('; ')
  const body = html`<figure class="map" tabindex="0"><svg viewBox="-2 0 ${width + 4} ${height}" role="img" aria-labelledby="map-says">
<title id="map-says">${texts.mapSays(shown.length)}: ${says}</title>
${shown.map((_, index) => line(column.repository, placed(0, 1, height), column.apps, appY(index)))}
${shown.map(({ target }, index) => line(column.apps, appY(index), column.targets, targetY(targetName(target, view))))}
${drawn(column.repository, placed(0, 1, height), texts.repository, repositoryName(view.repository), 'repository')}
${shown.map((choice, index) => drawn(column.apps, appY(index), described(choice, view), rootName(choice.app, view), 'app'))}
${names.map((name) => drawn(column.targets, targetY(name), 'AWS', name, name === texts.noTarget ? 'none' : 'target'))}
</svg>${left > 0 ? html`<figcaption>${texts.andMore(left)}</figcaption>` : null}</figure>`
  return { id: 'map', title: texts.map, body }
}

function described({ app }: Choice, { texts }: View): string {
  return [app.framework ?? app.language, texts.kind[app.kind]].filter((part) => part !== null).join(', ')
}

function placed(index: number, count: number, height: number): number {
  const all = count * (box.height + box.gap) - box.gap
  return (height - all) / 2 + index * (box.height + box.gap)
}

function drawn(x: number, y: number, above: string, name: string, kind: string): Markup {
  return html`<g class="box ${kind}"><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="10"/>
<text class="above" x="${x + 14}" y="${y + 20}">${clipped(above, 250)}</text><text class="name" x="${x + 14}" y="${y + 39}">${clipped(name, 176)}</text></g>
`
}

function line(x: number, y: number, toX: number, toY: number): Markup {
  const [startX, startY, endY] = [x + box.width, y + box.height / 2, toY + box.height / 2]
  const middle = (startX + toX) / 2
  return html`<path class="line" d="M${startX} ${startY} C${middle} ${startY} ${middle} ${endY} ${toX} ${endY}"/>`
}

/** As much of a text as fits into so many sixths of a letter's height: wide characters count double. */
function clipped(text: string, room: number): string {
  let used = 0
  for (const [index, character] of [...text].entries()) {
    used += character > '\u2e7f' ? 13 : 7
    if (used > room) return `${[...text].slice(0, index - 1).join('')}…`
  }
  return text
}
