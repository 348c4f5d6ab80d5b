import { describe, expect, it } from 'vitest'
import { droppedPaths, mergeOver } from '../../src/decide/over-people.ts'
import type { RenderedFile, Sides } from '../../src/model.ts'
import { blobId, lockPath } from '../../src/render/lock.ts'
import { textsIn } from '../../src/text.ts'

const path = 'amplify.yml'
const file = (content: string | null, at = path): RenderedFile => ({
  path: at,
  content,
  mode: '100644',
  action: 'create',
  purpose: '',
})
const lock = (files: Record<string, string>) =>
  `${JSON.stringify({ version: 1, template: '0.1.0', apps: {}, files }, null, 2)}\n`

/** What becomes of one file: its new text, `same` where it is not written, or why people's stays. */
function settled(wanted: string | null, base: string | null, theirs: string | null): string | null {
  const { files, kept } = mergeOver([file(wanted)], new Map([[path, { base, theirs }]]), [], textsIn('en').files)
  const [one] = kept
  if (one !== undefined) return one.why
  const [written] = files
  return written === undefined ? 'same' : written.content
}

describe('B40 a new proposal over what people changed on the branch', () => {
  it.each([
    ['what they left alone is written', 'new', 'old', 'old', 'new'],
    ['a new file is written', 'new', null, null, 'new'],
    ['what did not change stays theirs', 'old', 'old', 'theirs', 'same'],
    ['what they did alike is not written', 'new', 'old', 'new', 'same'],
    ['other lines are merged', 'A\nb\nc\nd', 'a\nb\nc\nd', 'a\nb\nc\nD', 'A\nb\nc\nD'],
    ['the same lines stay theirs', 'new', 'old', 'theirs', 'the same lines were changed on this branch'],
    ['what they deleted stays deleted', 'new', 'old', null, 'it was deleted on this branch'],
    ['what they deleted and nothing changed stays deleted', 'old', 'old', null, 'same'],
    ['what they added stays theirs', 'new', null, 'theirs', 'it was added on this branch'],
    ['what nothing needs goes', null, 'old', 'old', null],
    [
      'what nothing needs stays where they changed it',
      null,
      'old',
      'theirs',
      'nothing needs it any more, but it was changed on this branch',
    ],
  ])('%s', (_what, wanted, base, theirs, expected) => expect(settled(wanted, base, theirs)).toBe(expected))

  it('shows the lines to decide about', () => {
    const { kept } = mergeOver(
      [file('x\nnew')],
      new Map([[path, { base: 'x\nold', theirs: 'x\nmine' }]]),
      [],
      textsIn('en').files,
    )
    expect(kept[0]?.conflict).toBe('<<<<<<< yours\nmine\n=======\nnew\n>>>>>>> template')
  })

  it('files that were proposed last and are no more go along', () => {
    const before = lock({ [path]: blobId('old'), 'apprunner.yaml': blobId('gone') })
    const sides = new Map<string, Sides>([
      [path, { base: 'old', theirs: 'old' }],
      [lockPath, { base: before, theirs: before }],
      ['apprunner.yaml', { base: 'gone', theirs: 'gone' }],
    ])
    const files = [file('new'), file(lock({ [path]: blobId('new') }), lockPath)]
    expect(droppedPaths(files, sides)).toEqual(['apprunner.yaml'])
    const over = mergeOver(files, sides, ['apprunner.yaml'], textsIn('en').files)
    expect(over.files.map(({ path: at, content }) => [at, content === null])).toEqual([
      [path, false],
      ['apprunner.yaml', true],
      [lockPath, false],
    ])
  })

  it('the lock remembers a version that is in the history, so that the next merge has a base', () => {
    const sides = new Map([[path, { base: 'a\nb\nc\nd', theirs: 'a\nb\nc\nD' }]])
    const over = mergeOver(
      [file('A\nb\nc\nd'), file(lock({ [path]: blobId('A\nb\nc\nd') }), lockPath)],
      sides,
      [],
      textsIn('en').files,
    )
    expect(over.files.at(-1)?.content).toBe(lock({ [path]: blobId('a\nb\nc\nd') }))
  })
})
