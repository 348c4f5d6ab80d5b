import { describe, expect, it } from 'vitest'
import { languageOf, textsIn, textsOf } from '../../src/text.ts'
import { sampleContext } from '../sample-app.ts'

interface Entry {
  readonly at: string
  readonly text: unknown
}

/** Every string and function of a catalogue with its path. */
function entries(value: unknown, at: string): readonly Entry[] {
  if (typeof value !== 'object' || value === null) return [{ at, text: value }]
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, at === '' ? key : `${at}.${key}`))
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** What is left of a text without code, addresses, and what AWS and GitHub show in English on their pages. */
function words(text: string): string {
  return text
    .replace(/`[^`]*`/gu, ' ')
    .replace(/https?:\/\/\S+/gu, ' ')
    .replace(/\*[^*]+\*|"[^"]+"/gu, ' ')
    .replace(/\$\{[^}]*\}/gu, ' ')
}

/** The source of a text: a string as it is, a function as it is written. */
function sourceOf(text: unknown): string {
  return typeof text === 'function' ? String(text) : String(text)
}

const en = entries(textsIn('en'), '')
const ja = entries(textsIn('ja'), '')
const strings = ja.filter(({ text }) => typeof text === 'string').map(({ at, text }) => ({ at, text: String(text) }))

it('both languages have the same texts', () => {
  expect(ja.map(({ at }) => at).toSorted()).toEqual(en.map(({ at }) => at).toSorted())
  expect(ja.length).toBeGreaterThan(400)
})

it('a text is a sentence in one language and in the other, or takes values in both', () => {
  const kinds = new Map(en.map(({ at, text }) => [at, typeof text]))
  for (const { at, text } of ja) expect([at, typeof text]).toEqual([at, kinds.get(at)])
})

// Why GitHub did not tell is for the log; the Japanese text says what to do.
const dropped: ReadonlySet<string> = new Set(['oidc.unread'])

it('a text takes the same values in both languages', () => {
  const counts = (of: readonly Entry[]) =>
    of.flatMap(({ at, text }) => (typeof text === 'function' && !dropped.has(at) ? [`${at}: ${text.length}`] : []))
  expect(counts(ja).toSorted()).toEqual(counts(en).toSorted())
})

it('no English sentence is left in the Japanese', () => {
  const english = strings.filter(
    ({ text }) => !japanese.test(text) && /\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/u.test(words(text)),
  )
  expect(english).toEqual([])
})

it('what is Japanese stands apart from what is Latin', () => {
  const tight =
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][A-Za-z0-9`]|[A-Za-z0-9`][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
  expect(strings.filter(({ text }) => tight.test(text))).toEqual([])
})

// JIS Z 8301 and the style guides of GitHub and Microsoft: a long vowel at the end is written; one word for one thing.
const unusual =
  /フォルダ(?!ー)|パラメータ(?!ー)|サーバ(?!ー)|ユーザ(?!ー)|ブラウザ(?!ー)|エディタ(?!ー)|ドライバ(?!ー)|コンパイラ(?!ー)|プロバイダ(?!ー)|Pull Request|全て|分か[らりるっ]|下さい|出来る|feature (?:ブランチ|スタック)|ブートストラップのスタック/u

it('one thing has one name in Japanese, and is written in one way', () => {
  expect(ja.filter(({ text }) => unusual.test(sourceOf(text))).map(({ at }) => at)).toEqual([])
})

it('emphasis ends where Markdown sees it end: no full stop before it', () => {
  expect(ja.filter(({ text }) => /。\*\*/u.test(sourceOf(text)))).toEqual([])
})

describe('the language of an answer', () => {
  it('is the one asked for, else the configured one, else English', () => {
    expect(textsOf(sampleContext({ request: { lang: 'ja' }, config: { lang: 'en' } }))).toBe(textsIn('ja'))
    expect(textsOf(sampleContext({ config: { lang: 'ja' } }))).toBe(textsIn('ja'))
    expect(textsOf(sampleContext({ config: { lang: null } }))).toBe(textsIn('en'))
  })

  it('is Japanese for kana, and not for Chinese or English', () => {
    expect(languageOf('/cicd setup', 'デプロイしたい', null)).toBe('ja')
    expect(languageOf('部署到生产环境', undefined)).toBeNull()
    expect(languageOf('Deploy this')).toBeNull()
  })
})
