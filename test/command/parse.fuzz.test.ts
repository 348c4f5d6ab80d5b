import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mistakeText } from '../../src/command/mistake-text.ts'
import { parseComment } from '../../src/command/parse.ts'
import { textsIn } from '../../src/text.ts'

const pieces = fc.constantFrom(
  ...[
    '/cicd',
    ' ',
    'setup',
    'plan',
    '--target=',
    '--path=',
    '--path',
    'amplify',
    '..',
    '/',
    '"',
    "'",
    '`',
    '\n',
    '\r\n',
  ],
  ...[
    '=',
    '-',
    '—',
    '\u200b',
    '\u202e',
    '\u0435',
    '<!--',
    '-->',
    '@octo/team',
    '${{ x }}',
    '\u0000',
    '%2e',
    '\\',
    '🚀',
  ],
)
const bodies = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
  fc.array(pieces, { maxLength: 30 }).map((list) => `/cicd setup ${list.join('')}`),
)
const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 5000) }

describe('any comment', () => {
  it('is read without a crash, and the answer stays within the grammar', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const reading = parseComment(body)
        if (reading?.kind === 'request') {
          const { path } = reading.options
          expect(body).toMatch(/^[\s\u200b\u2060]*\/cicd/iu)
          expect(path ?? '.').not.toMatch(/^\/|\\|(?:^|\/)\.\.(?:\/|$)|\p{C}/u)
        }
        if (reading?.kind === 'mistake') {
          expect(reading.column).toBeGreaterThanOrEqual(1)
          expect(reading.column).toBeLessThanOrEqual([...reading.line].length + 1)
        }
      }),
      runs,
    )
  })

  it('is echoed in one code block that it cannot leave', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const reading = parseComment(body)
        if (reading?.kind !== 'mistake') return
        const lines = mistakeText(reading, textsIn('en')).split('\n')
        expect(lines.filter((line) => line.startsWith('````'))).toHaveLength(2)
        expect(lines.slice(0, 2).join('')).not.toMatch(/[\p{Cf}\p{Cc}]/u)
      }),
      runs,
    )
  })

  it('is never a command when the trigger is not its first word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), bodies, (before, body) => {
        fc.pre(/^[a-z>`<]/iu.test(before))
        expect(parseComment(`${before} ${body}`)).toBeNull()
      }),
      runs,
    )
  })
})

describe('B15 the longest comments', () => {
  const longest = 65_536
  const shapes: readonly (readonly [string, string])[] = [
    ['10,000 flags', `/cicd setup ${'--a=b '.repeat(10_000)}`],
    ['one word', `/cicd ${'s'.repeat(longest - 6)}`],
    ['nested quotes', `/cicd setup --path=${`"'`.repeat(30_000)}`],
    ['nested block quotes', '> '.repeat(longest / 2)],
    ['blank lines', '\n'.repeat(longest)],
    ['spaces', ' '.repeat(longest)],
    ['many commands', '/cicd setup\n'.repeat(5000)],
    ['fences', `/cicd setup\n${'```\n'.repeat(16_000)}`],
    ['zero width characters', `/cicd setup ${'\u200b'.repeat(longest - 12)}`],
  ]

  // 100 readings within the 5 s that a test may take are 50 ms each.
  it.each(shapes)(
    'reads %s in bounded time',
    (_name, body) => {
      for (let index = 0; index < 100; index += 1) parseComment(body)
    },
    5000,
  )
})
