import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { textsIn } from '../../src/text.ts'

const src = new URL('../../src/', import.meta.url).pathname

/** Every source that may use a text: all but the catalogues' own definitions. */
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/^text\/(?:en\/|en\.ts|ja\.ts)/.test(path))
  .map((path) => ({ path, text: readFileSync(src + path, 'utf8') }))

// Their texts are looked up by an id that the data of another room has.
const byId: ReadonlySet<string> = new Set(['others', 'facts'])

/** The names by which files get the texts of a topic: its own, those of `type Words = Texts['connect']`, and the view of the page. */
function namesOf(topic: string): readonly string[] {
  const alias = new RegExp(`type (\\w+) = Texts\\['${topic}'\\]`, 'gu')
  const aliases = sources.flatMap(({ text }) => [...text.matchAll(alias)].map(([, name = '']) => name))
  return [topic, ...aliases, ...(topic === 'page' ? ['View'] : [])]
}

// A file may get the texts from one beside it, without naming them.
function usersOf(topic: string): string {
  const named = new RegExp(`\\b(?:${namesOf(topic).join('|')})\\b`, 'u')
  const own = `text/ja/${topic.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}.ts`
  const near = new Set(
    sources.filter(({ path, text }) => !path.startsWith('text/') && named.test(text)).map(({ path }) => dirname(path)),
  )
  const uses = ({ path, text }: (typeof sources)[number]) =>
    path.startsWith('text/') ? named.test(text) : near.has(dirname(path)) || near.has(dirname(dirname(path)))
  return sources
    .filter((source) => source.path !== own && (byId.has(topic) || uses(source)))
    .map(({ text }) => text)
    .join('\n')
}

function unusedIn(topic: string, keys: readonly string[]): readonly string[] {
  const users = usersOf(topic)
  const isUsed = (key: string) => new RegExp(`\\.${key}\\b|'${key}'|[{,]\\s*${key}\\s*[,:}]`, 'u').test(users)
  return keys.filter((key) => !isUsed(key)).map((key) => `${topic}.${key}`)
}

it('every text has a caller', () => {
  const topics = Object.entries(textsIn('en'))
  expect(topics.flatMap(([topic, texts]) => unusedIn(topic, Object.keys(texts)))).toEqual([])
})

it('a text without one is seen', () => {
  expect(unusedIn('sam', ['costs', 'deletesTheMoon'])).toEqual(['sam.deletesTheMoon'])
})
