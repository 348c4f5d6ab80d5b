import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { plain, toYaml } from '../../src/render/yaml.ts'

const hard = [
  'on',
  'no',
  'y',
  'N',
  'Off',
  '1e3',
  '3.10',
  '12:34',
  '1:2:3',
  '012345678901',
  '0x1f',
  '0o17',
  '1_000',
  '.inf',
  '~',
  '=',
  '<<',
]
const odd = [
  '',
  'null',
  'true',
  ' lead',
  'trail ',
  'a: b',
  'a #b',
  '- x',
  '*a',
  '&a',
  '!a',
  '@a',
  '`a`',
  '%a',
  "it's",
  '"q"',
  '{a}',
  '[a]',
  'a\nb',
  'a\n',
  '\u0085',
  '\u2028x',
  '2001-01-01',
  '${{ x }}',
  '日本',
]

describe('toYaml', () => {
  it('G41 keeps strings that YAML 1.1 or 1.2 reads as something else', () => {
    const data = {
      values: [...hard, ...odd],
      map: Object.fromEntries([...hard, ...odd].map((value, index) => [`k${index}`, value])),
    }
    const text = toYaml(data)
    expect(parse(text, { version: '1.2' })).toEqual(data)
    expect(parse(text, { version: '1.1', merge: false })).toEqual(data)
  })

  it('G41 keeps any string at all for both readers', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (values) => {
        const text = toYaml({ values })
        for (const version of ['1.1', '1.2'] as const) expect(parse(text, { version })).toEqual({ values })
      }),
    )
  })

  it('leaves keys such as on as they are', () => {
    expect(toYaml({ on: { push: null } })).toBe('on:\n  push:\n')
  })

  it('neither folds long lines nor makes anchors of repeated parts', () => {
    const part = { text: 'word '.repeat(60).trim() }
    expect(toYaml({ a: part, b: part }).split('\n')).toHaveLength(5)
  })

  it('puts comments above and beside what their path names', () => {
    const text = toYaml(
      { a: { b: 1, c: [{ d: 2 }] } },
      {
        head: 'First.\nSecond.',
        comments: [
          { path: ['a', 'c'], text: 'above c' },
          { path: ['a', 'b'], text: 'beside b', beside: true },
          { path: ['a', 'c', 0], text: 'the item' },
        ],
      },
    )
    expect(text).toBe('# First.\n# Second.\n\na:\n  b: 1 # beside b\n  # above c\n  c:\n    # the item\n    - d: 2\n')
  })

  it('throws for a comment at a path that does not exist', () => {
    expect(() => toYaml({ a: 1 }, { comments: [{ path: ['b'], text: 'x' }] })).toThrow('No such path for a comment: b')
  })

  it('cannot be led out of a comment by a line break', () => {
    const text = toYaml(
      { a: 1, b: 2 },
      {
        comments: [
          { path: ['b'], text: 'x\ny: 3\rz: 4\u2028w: 5' },
          { path: ['a'], text: 'x\ny: 3', beside: true },
        ],
      },
    )
    expect(parse(text)).toEqual({ a: 1, b: 2 })
  })
})

describe('plain', () => {
  it('drops what is undefined and refuses what is not data', () => {
    expect(plain({ a: undefined, b: [{ c: undefined }] })).toEqual({ b: [{}] })
    expect(() => plain({ a: new Map() })).toThrow('Not plain data')
  })
})
