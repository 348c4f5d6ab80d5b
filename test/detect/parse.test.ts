import { describe, expect, it } from 'vitest'
import { readJson, readToml, readYaml } from '../../src/detect/parse.ts'

describe('JSON', () => {
  it('is read with comments and trailing commas', () => {
    expect(readJson('{ // why\n "a": [1, 2,], }')).toEqual({ value: { a: [1, 2] } })
  })
  it('G20 names the line of the fault', () => {
    expect(readJson('{\n  "a": 1\n  "b": 2\n}')).toEqual({
      error: { format: 'JSON', what: 'CommaExpected', line: 3 },
    })
    expect(readJson('')).toMatchObject({ error: { format: 'JSON' } })
  })
  it('G20 keeps the last of duplicate keys, as every JSON reader does', () => {
    expect(readJson('{"a": 1, "a": 2}')).toEqual({ value: { a: 2 } })
  })
})

describe('YAML', () => {
  it('G16 keeps the value below an unknown tag', () => {
    expect(readYaml('A: !Sub "${B}-c"\nD: !GetAtt E.Arn\nF: !If [x, !Ref y, z]')).toEqual({
      value: { A: '${B}-c', D: 'E.Arn', F: ['x', 'y', 'z'] },
    })
  })
  it('G20 names the line of the fault', () => {
    expect(readYaml('a: 1\nb: [1, 2\nc: 3\n')).toMatchObject({
      error: { format: 'YAML', line: expect.any(Number) },
    })
  })
  it('G20 duplicate keys do not make a file unreadable', () => {
    expect(readYaml('a: 1\na: 2')).toEqual({ value: { a: 2 } })
  })
  it('G21 an alias bomb is refused, in bounded memory', () => {
    const bomb = ['a: &a ["x","x","x","x","x","x","x","x","x"]']
    for (let i = 0; i < 9; i++) {
      const [name, before] = [String.fromCharCode(98 + i), String.fromCharCode(97 + i)]
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`)
    }
    expect(readYaml(bomb.join('\n'))).toEqual({ error: { format: 'YAML', aliases: true } })
  })
  it('reads the first of several documents', () => {
    expect(readYaml('a: 1\n---\nb: 2\n')).toEqual({ value: { a: 1 } })
  })
})

describe('TOML', () => {
  it('is read, dates as text', () => {
    expect(readToml('[a]\nb = 2026-01-02\n')).toEqual({ value: { a: { b: expect.stringContaining('2026-01-02') } } })
  })
  it('G20 names the line of the fault', () => {
    expect(readToml('a = 1\nb = = 2\n')).toEqual({ error: { format: 'TOML', line: 2 } })
  })
})

it('a key named __proto__ is a key like any other', () => {
  expect(
    Object.keys(Object.getOwnPropertyDescriptor(readJson('{"__proto__": {"polluted": 1}}'), 'value')?.value ?? {}),
  ).toEqual(['__proto__'])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})
