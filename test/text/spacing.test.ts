import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { spaced } from '../../src/text/ja/spaced.ts'

const expected = new URL('../expected/', import.meta.url).pathname
const golden = readdirSync(expected, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.(?:md|txt|html)$/u.test(path) && /(?:^|[/.-])ja[/.]/u.test(path),
)

const kana = '[ぁ-んァ-ヶー一-龥々]'
const faults = new RegExp(`${kana}[A-Za-z0-9\`]|[A-Za-z0-9\`]${kana}|。。|） [のをにはがとで]|${kana} ${kana}`, 'gu')
const faultsIn = (text: string) =>
  [...text.replace(/\]\([^)]*\)/gu, '').matchAll(faults)].map(({ 0: found, index }) => `${index}: ${found}`)

it('Japanese and Latin stand apart in everything that people are shown, with the values put in', () => {
  expect(golden.length).toBeGreaterThan(40)
  const found = golden.flatMap((path) =>
    faultsIn(readFileSync(expected + path, 'utf8')).map((fault) => `${path}: ${fault}`),
  )
  expect(found).toEqual([])
})

it('it sees what stands too close, or too far', () => {
  expect(
    ['pythonの', 'のpython', '`a`を', '（承認後） の', 'です。。', 'この 値'].map((text) => faultsIn(text).length),
  ).toEqual([1, 1, 1, 1, 1, 1])
  expect(faultsIn('Python の値（`a`）を shop に')).toEqual([])
})

describe('a value put into a sentence', () => {
  it.each([
    ['ライブラリ', 'これはライブラリです'],
    ['React アプリ', 'これは React アプリです'],
    ['`app`', 'これは `app` です'],
  ])('%s', (value, text) => {
    expect(spaced`これは${value}です`).toBe(text)
  })
})
