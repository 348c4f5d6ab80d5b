import type { AccountsWish } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { accounts } from '../accounts.ts'
import { type ConfigFault, type FaultToTell, type Node, readNodes } from '../node.ts'
import { collector } from '../shape.ts'
import { linesAsNode } from './lines.ts'

/** What a form says; lines are those of the text that it stands in. */
export type FormRead =
  | { readonly ok: true; readonly wish: AccountsWish }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] }

interface Block {
  readonly text: string
  /** The number of its first line, from 1. */
  readonly line: number
}

const about = /^(?:accounts|environments|products)[ \t]*:/mu

/**
 * Reads the form out of the text of an issue or comment: the first fenced block of YAML that is about accounts, else simple lines.
 * Null where there is neither. The text is data of anyone; never throws, bounded by its length.
 */
export function readForm(body: string, texts: Texts): FormRead | null {
  const lines = body.split(/\r\n|\r|\n/u)
  const block = blocks(lines).find(({ text }) => about.test(text))
  if (block !== undefined) return readBlock(block, texts)
  const node = linesAsNode(outsideBlocks(lines), 1)
  return node === null ? null : readNode(node, 0, texts)
}

function readBlock({ text, line }: Block, texts: Texts): FormRead {
  const { node, faults } = readNodes(text)
  if (node === null) return { ok: false, faults: told(faults, line - 1, texts) }
  return readNode(inner(node) ?? node, line - 1, texts)
}

/** The block may be what stands in `.github/cicd.yml`, or only what is below `accounts:` there. */
function inner(node: Node): Node | null {
  return node.kind === 'map' ? (node.entries.find(({ key }) => key === 'accounts')?.node ?? null) : null
}

function readNode(node: Node, above: number, texts: Texts): FormRead {
  const { report, faults } = collector()
  const wish = accounts.read(node, { level: 'repository', report })
  const found = faults()
  if (wish === null || found.length > 0) return { ok: false, faults: told(found, above, texts) }
  return { ok: true, wish }
}

function told(faults: readonly FaultToTell[], above: number, texts: Texts): readonly ConfigFault[] {
  return faults.map(({ line, column, say }) => ({ line: line + above, column, message: say(texts) }))
}

const fence = /^ {0,3}(`{3,}|~{3,})/u

function blocks(lines: readonly string[]): readonly Block[] {
  const found: Block[] = []
  let open: { readonly mark: string; readonly from: number } | null = null
  for (const [index, line] of lines.entries()) {
    const mark = fence.exec(line)?.[1]
    if (mark === undefined) continue
    if (open === null) open = { mark, from: index + 1 }
    else if (mark[0] === open.mark[0] && mark.length >= open.mark.length) {
      found.push({ text: lines.slice(open.from, index).join('\n'), line: open.from + 1 })
      open = null
    }
  }
  return open === null ? found : [...found, { text: lines.slice(open.from).join('\n'), line: open.from + 1 }]
}

/** The lines with those of fenced blocks and comments empty, so that numbers stay. */
function outsideBlocks(lines: readonly string[]): readonly string[] {
  let inside = false
  return lines.map((line) => {
    if (fence.test(line)) {
      inside = !inside
      return ''
    }
    return inside || /^(?:\s*>|\s*<!--|\/cicd)/u.test(line) ? '' : line
  })
}
