import { describe, expect, it } from 'vitest'
import { expressionOf, setting, withoutComments } from '../../src/detect/source.ts'

describe('settings in source', () => {
  it.each([
    ["{ outDir: 'build' }", 'build'],
    ['{ "outDir": "build", }', 'build'],
    ['{ outDir: `build` }', 'build'],
    ["{ outDir: path.resolve(__dirname, '..', 'build') }", '../build'],
    ["{ outDir: fileURLToPath(new URL('./build', import.meta.url)) }", './build'],
    ["{ outDir: process.env.OUT || 'build' }", 'build'],
    ["{ outDir: process.env.OUT ?? 'build' }", 'build'],
    ["const out = 'build'\nexport default { outDir: out }", 'build'],
    ["const outDir = join(__dirname, 'build')\nexport default { outDir }", 'build'],
    ["const outDir: string = 'build'\nexport default { build: { outDir, minify: true } }", 'build'],
    ["{ outDir:\n    'build' }", 'build'],
    ["module.exports.outDir = 'build'", 'build'],
  ])('%s', (source, expected) => {
    expect(setting(source, 'outDir')).toBe(expected)
  })

  it('a missing key is null, a value that cannot be told is undefined', () => {
    expect(setting('{ minify: true }', 'outDir')).toBeNull()
    expect(setting('{ outDir: folderFor(mode) }', 'outDir')).toBeUndefined()
    expect(setting("{ outDir: isProd ? 'a' : 'b' }", 'outDir')).toBeUndefined()
    expect(setting('{ outDir: `${base}/x` }', 'outDir')).toBeUndefined()
  })

  it('comments do not count, texts that look like comments do', () => {
    expect(
      setting(withoutComments("{\n  // outDir: 'a'\n  /* outDir: 'b' */\n  url: 'http://x', outDir: 'c' }"), 'outDir'),
    ).toBe('c')
    expect(withoutComments("a // b\n'//c'")).toBe("a     \n'//c'")
  })

  it('an expression ends where it ends', () => {
    expect(expressionOf('{ a: { b: [1, 2] }, c: 3 }', 'a')).toBe('{ b: [1, 2] }')
    expect(expressionOf("{ a: f('),') , c: 3 }", 'a')).toBe("f('),')")
    expect(expressionOf('a: one ||\n  two\nb: 3', 'a')).toBe('one ||\n  two')
  })

  it.each([
    '/*',
    '//',
    '`',
    "'",
    '"\\',
    '{',
    'outDir:',
    '||',
    'outDir: a ||',
    'const outDir=',
  ])('a long run of %j is read to its end', (piece) => {
    expect(setting(withoutComments(piece.repeat(100_000)), 'outDir')).not.toBe('x')
  })
})
