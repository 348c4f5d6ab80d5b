import type { LinkWish } from '../../model.ts'
import { nameAt } from './name.ts'
import { misunderstood, type PhraseRead, type PhraseWord, phrase, understood, wordsOf } from './phrase.ts'

const arrows: Readonly<Record<string, 'to' | 'from' | 'both'>> = {
  '->': 'to',
  '=>': 'to',
  '→': 'to',
  '⇒': 'to',
  '<-': 'from',
  '<=': 'from',
  '←': 'from',
  '⇐': 'from',
  '<->': 'both',
  '<=>': 'both',
  '↔': 'both',
  '⇔': 'both',
}

/** Whether a line holds an arrow between two words: then it is about a link. */
export function looksLikeLink(text: string): boolean {
  const [, arrow, to] = wordsOf(text)
  return arrow !== undefined && to !== undefined && Object.hasOwn(arrows, arrow.text)
}

const https = 443

/** `shop -> auth 443, 8443 in staging, production`. Ports: 443 where none is named; environments: all. */
export function readLink(text: string): PhraseRead<LinkWish> {
  const [first, arrow, second, ...rest] = wordsOf(text)
  const from = nameAt(first, 0)
  if (!from.ok) return from
  const way = arrow === undefined || !Object.hasOwn(arrows, arrow.text) ? undefined : arrows[arrow.text]
  if (way === undefined) return misunderstood(({ accountsForm }) => accountsForm.arrow, arrow?.at ?? text.length)
  const to = nameAt(second, text.length)
  if (!to.ok) return to
  const tail = readTail(rest)
  if (!tail.ok) return tail
  const [a, b] = way === 'from' ? [to.value, from.value] : [from.value, to.value]
  return understood({ from: a, to: b, both: way === 'both', ...tail.value })
}

function readTail(words: readonly PhraseWord[]): PhraseRead<Pick<LinkWish, 'ports' | 'environments'>> {
  const split = words.findIndex(({ text }) => text.toLowerCase() === 'in')
  const portWords = split === -1 ? words : words.slice(0, split)
  const wrong = portWords.find(({ text }) => !isPort(text))
  if (wrong !== undefined) return misunderstood(({ accountsForm }) => accountsForm.port, wrong.at)
  const ports = portWords.length === 0 ? [https] : [...new Set(portWords.map(({ text }) => Number(text)))]
  if (ports.length > 5) return misunderstood(({ accountsForm }) => accountsForm.ports, portWords[5]?.at ?? 0)
  if (split === -1) return understood({ ports, environments: null })
  const environments: string[] = []
  const named = words.slice(split + 1)
  for (const word of named.length === 0 ? [undefined] : named) {
    const read = nameAt(word, (words[split]?.at ?? 0) + 2)
    if (!read.ok) return read
    environments.push(read.value)
  }
  return understood({ ports, environments })
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}

export const link = phrase<LinkWish>(
  { examples: ['shop -> auth 443', 'shop <-> billing 5432 in production'] },
  readLink,
)
