import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')
const [english, japanese] = [read('README.md'), read('README.ja.md')]
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

it('the Japanese README names every command and permission of the English one', () => {
  for (const pattern of [/^\| `(\/cicd \w+)/gmu, /^\| ([\w ]+: (?:read|write))/gmu]) {
    expect(all(english, pattern).length).toBeGreaterThan(5)
    expect(all(japanese, pattern)).toEqual(all(english, pattern))
  }
})

it('what the Japanese README links to is there', () => {
  const links = all(japanese, /\]\((?!https?:)([^)#]+)/gu)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([])
})
