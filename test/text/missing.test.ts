import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'slipway-text-'))
const front = join(folder, 'src/text/ja/front.ts')
const original = readFileSync('src/text/ja/front.ts', 'utf8')

beforeAll(() => {
  cpSync('src/text', join(folder, 'src/text'), { recursive: true })
  cpSync('src/model', join(folder, 'src/model'), { recursive: true })
  for (const name of ['text.ts', 'model.ts']) cpSync(`src/${name}`, join(folder, 'src', name))
  cpSync('package.json', join(folder, 'package.json'))
  const options = { compilerOptions: { types: [] }, include: ['src'] }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(process.cwd(), 'tsconfig.json'), ...options }),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the compiler says of the catalogues, with the Japanese texts of the front page like this. */
function compiled(text: string): string {
  writeFileSync(front, text)
  try {
    return execFileSync('node_modules/.bin/tsc', ['--project', folder, '--noEmit'], { encoding: 'utf8' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

it('the catalogues as they are compile', () => {
  expect(compiled(original)).toBe('')
})

it('a text that is missing in one language fails the build, and so does one too many or with other values', () => {
  expect(compiled(original.replace(/^ {2}install: .*\n/mu, ''))).toMatch(/front\.ts.*'install' is missing/u)
  expect(compiled(original.replace(/^ {2}install: /mu, "  more: 'x',\n$&"))).toMatch(
    /front\.ts.*'more' does not exist/u,
  )
  expect(compiled(original.replace(/^ {2}unready: .*$/mu, '  unready: (why: number) => `${why}`,'))).toMatch(
    /front\.ts.*'unready'|not assignable/u,
  )
})
