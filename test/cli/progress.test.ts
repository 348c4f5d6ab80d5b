import { expect, it } from 'vitest'
import { progressOn } from '../../src/cli/progress.ts'
import { widthOf } from '../../src/cli/width.ts'

function screen(isTTY: boolean, columns = 20) {
  const written: string[] = []
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0
  return { written, stream: { isTTY, columns, write } }
}

it('progress is one line that takes the place of the one before, and goes away', () => {
  const { stream, written } = screen(true)
  const progress = progressOn(stream)
  progress.show('Reading …')
  progress.show('Deciding …')
  progress.clear()
  progress.clear()
  expect(written).toEqual(['\r\u001b[2KReading …', '\r\u001b[2KDeciding …', '\r\u001b[2K'])
})

it('progress never takes a second line, and shows no control characters', () => {
  const { stream, written } = screen(true)
  progressOn(stream).show('acme/とても長い名前のリポジトリ\u001b[31m\n を読み込んでいます')
  const shown = written[0]?.replace('\r\u001b[2K', '') ?? ''
  expect(shown).toMatch(/…$/u)
  expect(widthOf(shown)).toBeLessThan(20)
  expect(shown).not.toMatch(/\p{Cc}/u)
})

it('where standard error is no terminal nothing is written', () => {
  const { stream, written } = screen(false)
  progressOn(stream).show('Reading …')
  progressOn(stream).clear()
  expect(written).toEqual([])
})
