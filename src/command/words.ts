import { firstInvisible, firstNonAscii } from './character.ts'
import { refused, type Taken, taken, type Word } from './reading.ts'

/** What separates words: every space that can be seen as one, so also the no-break and the ideographic space. */
const space = /[\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u
const space1 = new RegExp(space.source, 'uy')

/**
 * A line as words. A value may stand in straight quotes, `--path="my app"`; the quotes are no part of the word.
 * Gives the words with their places, or the fault: a quote that is not closed, or typographic quotes. Linear in the line.
 */
export function splitWords(line: string): Taken<readonly Word[]> {
  const words: Word[] = []
  let at = skipSpace(line, 0)
  while (at < line.length) {
    const word = readWord(line, at)
    if (!word.ok) return word
    words.push(word.value.word)
    at = skipSpace(line, word.value.end)
  }
  return taken(words)
}

function readWord(line: string, start: number): Taken<{ readonly word: Word; readonly end: number }> {
  let text = ''
  let at = start
  while (at < line.length && !isSpace(line, at)) {
    const opens = at === start || line[at - 1] === '='
    const character = line.charAt(at)
    if (opens && /[\u2018-\u201f\u300c\u300e\uff02\uff07]/u.test(character)) return typographic(line, at)
    if (opens && (character === '"' || character === "'")) {
      const close = line.indexOf(character, at + 1)
      if (close === -1) return refused(({ command }) => command.openQuote, null, at, line.length - at)
      text += line.slice(at + 1, close)
      at = close + 1
    } else {
      text += character
      at += 1
    }
  }
  return taken({ word: { text, at: start }, end: at })
}

function typographic(line: string, at: number): Taken<never> {
  const odd = firstNonAscii(line.slice(at)) ?? firstInvisible(line.slice(at))
  return refused(
    ({ command }) => command.noQuote(odd === null ? null : command.character(odd)),
    ({ command }) => command.straightQuotes,
    at,
    1,
  )
}

function skipSpace(line: string, from: number): number {
  let at = from
  while (at < line.length && isSpace(line, at)) at += 1
  return at
}

function isSpace(line: string, at: number): boolean {
  space1.lastIndex = at
  return space1.test(line)
}
