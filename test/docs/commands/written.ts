import { readdirSync, readFileSync } from 'node:fs'

/** A command as a document has it. */
export interface Written {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** The documents that people read; `cases.md` is made of the tests themselves. */
export const documents: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') && name !== 'cases.md' ? [`docs/${name}`] : [])),
]

interface Block {
  readonly file: string
  readonly language: string
  readonly line: number
  readonly lines: readonly string[]
}

/** The fenced blocks of a document. */
function blocks(file: string, text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)\n```$/gmsu)].map(({ 1: language = '', 2: inner = '', index }) => ({
    ...{ file, language, lines: inner.split('\n') },
    line: text.slice(0, index).split('\n').length + 1,
  }))
}

/** Every command of the `sh` blocks: without comments, one for each `&&`, lines that go on put together. */
export function shellCommands(file: string, text = readFileSync(file, 'utf8')): readonly Written[] {
  return blocks(file, text)
    .filter(({ language }) => language === 'sh')
    .flatMap((block) => joined(block).flatMap(parts))
}

function joined({ file, line, lines }: Block): readonly Written[] {
  const found: Written[] = []
  let begun: string[] = []
  for (const [index, text] of lines.entries()) {
    begun.push(text)
    const whole = begun.join('\n')
    if (isOpen(whole)) continue
    found.push({ file, line: line + index + 1 - begun.length, text: whole })
    begun = []
  }
  return found
}

/** Whether a command goes on in the next line: after a backslash, inside quotes, inside a loop. */
function isOpen(text: string): boolean {
  const quotes = (text.replace(/'[^'"]*'/gu, '').match(/"/gu) ?? []).length
  return text.endsWith('\\') || quotes % 2 === 1 || (/^for\b/u.test(text) && !/\bdone$/u.test(text))
}

function parts(written: Written): readonly Written[] {
  const plain = written.text.replace(/(^|\s+)#\s.*$/mu, '')
  if (plain.includes('\n')) return [{ ...written, text: plain }]
  return plain
    .split(' && ')
    .map((text) => ({ ...written, text: text.trim() }))
    .filter(({ text }) => text !== '')
}

/** Every `/cicd …` that stands in a block or between backticks. */
export function commentCommands(file: string, text = readFileSync(file, 'utf8')): readonly Written[] {
  return text.split('\n').flatMap((line, index) => {
    const alone = /^\/cicd\b.*$/u.exec(line)?.[0]
    const spans = [...line.matchAll(/`(\/cicd\b[^`]*)`/gu)].map(([, inner = '']) => inner)
    return [...(alone === undefined ? [] : [alone]), ...spans].map((found) => ({ file, line: index + 1, text: found }))
  })
}

/** Every `slipway …` between backticks. */
export function lineCommands(file: string, text = readFileSync(file, 'utf8')): readonly Written[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/`(?:npm run -s slipway --|slipway) ([a-z][^`]*)`/gu)].map(([, inner = '']) => ({
      ...{ file, line: index + 1, text: `slipway ${inner}` },
    })),
  )
}
