import { describe, expect, it } from 'vitest'
import { helpText } from '../../src/command/help-text.ts'
import { mistakeText } from '../../src/command/mistake-text.ts'
import { parseComment } from '../../src/command/parse.ts'
import { noOptions } from '../../src/command/reading.ts'
import { textsIn } from '../../src/text.ts'

const setup = { kind: 'request', verb: 'setup', options: noOptions, another: false }
const setupWith = (options: object) => ({ ...setup, options: { ...noOptions, ...options } })
const mistake = (body: string) => {
  const reading = parseComment(body)
  if (reading?.kind !== 'mistake') throw new Error(`no mistake: ${JSON.stringify(reading)}`)
  return reading
}

describe('what is a command', () => {
  it('B1 runs a first line that is exactly the command', () => {
    expect(parseComment('/cicd setup')).toEqual(setup)
  })

  it.each([
    '/cicd setup   ',
    '\r\n\r\n/cicd setup\r\n\r\n',
    '\n \t\n  /cicd   setup\n',
    '\u00a0\n/cicd\u3000setup',
    '\u200b\n/cicd setup',
  ])('B2 runs the first line that is not blank, whatever spaces surround it: %j', (body) =>
    expect(parseComment(body)).toEqual(setup))

  it.each(['/CICD Setup', '/Cicd SETUP', '/cicd setup'])('B3 reads trigger and verb in any case: %s', (body) => {
    expect(parseComment(body)).toEqual(setup)
  })

  it.each([
    '```\n/cicd setup\n```',
    '~~~sh\n/cicd setup\n~~~',
    '    /cicd setup',
    '\t/cicd setup',
    '\n\n  \t/cicd setup',
    '`/cicd setup`',
  ])('B4 ignores code: %j', (body) => expect(parseComment(body)).toBeNull())

  it.each([
    '> /cicd setup',
    '> > /cicd setup',
    'On Monday Ada wrote:\n> /cicd setup',
    '>/cicd setup',
  ])('B5 ignores quotes: %j', (body) => expect(parseComment(body)).toBeNull())

  it.each([
    '<!-- /cicd setup -->',
    '<!--\n/cicd setup\n-->',
    '<!-- x --> /cicd setup',
    '<details>\n/cicd setup\n</details>',
    '<details><summary>x</summary>\n\n/cicd setup\n\n</details>',
  ])('B6 ignores HTML comments and collapsed details: %j', (body) => expect(parseComment(body)).toBeNull())

  it.each([
    'please run /cicd setup',
    'hello\n/cicd setup',
    '- /cicd setup',
    '/cicdsetup',
    '/cicd-setup',
    '/ci cd setup',
    'cicd setup',
    '/cicd/setup',
    '',
    ' \n ',
    '//cicd setup',
  ])('B7 ignores a command that is not the first word of the first line: %j', (body) =>
    expect(parseComment(body)).toBeNull())

  it('B14 takes only the first of two commands, and tells that there is another', () => {
    expect(parseComment('/cicd setup\n\n/cicd plan')).toEqual({ ...setup, another: true })
    expect(parseComment('/cicd setup\nsee `/cicd plan`\n```\n/cicd plan\n```\n> /cicd plan')).toEqual(setup)
    expect(mistake('/cicd setup /cicd plan').column).toBe(13)
  })
})

describe('help', () => {
  it.each([
    ['/cicd', null],
    ['/cicd help', null],
    ['/cicd setup --help', 'setup'],
    ['/cicd setup -h', 'setup'],
    ['/cicd setup --target=amplify --HELP', 'setup'],
    ['/cicd --help', null],
  ])('B8 answers %s with the help text', (body, about) => {
    expect(parseComment(body)).toEqual({ kind: 'help', about, lang: null, another: false })
  })

  it('B8 writes the help text from the list that runs', async () => {
    await expect(helpText('/cicd', null, textsIn('en'))).toMatchFileSnapshot('../expected/command/help.txt')
    await expect(helpText('/cicd', 'setup', textsIn('en'))).toMatchFileSnapshot('../expected/command/help-setup.txt')
  })
})

describe('mistakes', () => {
  it.each([
    ['/cicd setpu', 'did you mean `/cicd setup`?', 7],
    ['/cicd seutp', 'did you mean `/cicd setup`?', 7],
    ['/cicd  hlep', 'did you mean `/cicd help`?', 8],
    ['/cicd deploy', 'Commands: `/cicd setup`', 7],
  ])('B9 suggests what was meant by %s', (body, suggestion, column) => {
    const reading = mistake(body)
    expect(reading.suggestion).toContain(suggestion)
    expect(reading.column).toBe(column)
  })

  it('B10 refuses an unknown flag with a suggestion and the list, whatever else is right', () => {
    const reading = mistake('/cicd setup --path=apps/web --targt=amplify --dry-run')
    expect(reading.because).toBe('this flag is not known')
    expect(reading.suggestion).toMatch(/^did you mean `--target`\? Flags: `--target`, `--path`, .*`--lang`$/u)
    expect([reading.column, reading.width]).toEqual([29, 15])
  })

  it('B10 refuses a flag that belongs to another command', () => {
    expect(mistake('/cicd plan --dry-run').because).toBe('`plan` does not take `--dry-run`')
  })

  it.each([
    '/cicd setup --region=us-east-1;curl x',
    '/cicd setup --region=$(id)',
    '/cicd setup --environment=`id`',
    '/cicd setup --region=<!-- -->',
    '/cicd setup --environment=@octo/everyone',
  ])('B11 refuses %s and echoes it inert', (body) => {
    const lines = mistakeText(mistake(body), textsIn('en')).split('\n')
    const fences = lines.flatMap((line, index) => (line.startsWith('````') ? [index] : []))
    expect(fences).toHaveLength(2)
    expect(lines.slice(fences[0], fences[1]).slice(1).join('\n')).not.toContain('`')
    const outside = [...lines.slice(0, fences[0]), ...lines.slice((fences[1] ?? 0) + 1)].join('\n')
    expect(outside).not.toMatch(/curl|\$\(|<!--|@octo/u)
  })

  it.each([
    '/cicd setup --target=amplify --target=apprunner',
    '/cicd setup --target=amplify --target=amplify',
    '/cicd setup --dry-run --dry-run',
    '/cicd setup --path a --path=b',
    '/cicd setup --dry-run=no',
    '/cicd setup --lang=en --LANG=ja',
  ])('B12 refuses double or contradictory flags: %s', (body) => {
    expect(mistake(body).because).toMatch(/twice|takes no value/u)
  })

  it.each([
    '--target',
    '--target --dry-run',
    '--target=',
    '--path=',
    '--path=""',
    '--target=lambda',
    '--ci=travis',
    '--lang=de',
    '--environment=a/b',
  ])('refuses a value that is missing or not known: %s', (flag) =>
    expect(mistake(`/cicd setup ${flag}`).because).toMatch(/needs a value|is empty|not known|not valid/u))

  it('points at the place of the mistake', async () => {
    const texts = ['/cicd setup --path=apps/web --targt=amplify', '/cicd setup —dry-run', '/cicd setup --path=../etc']
    const shown = texts.map((text) => mistakeText(mistake(text), textsIn('en'))).join('\n\n---\n\n')
    await expect(shown).toMatchFileSnapshot('../expected/command/mistakes.md')
  })
})

describe('flags', () => {
  it('reads `--flag=value` and `--flag value`, names and closed lists in any case', () => {
    const options = { target: 'ecr', path: 'apps/API', ci: 'gitlab', region: 'ap-northeast-1', environment: 'Prod' }
    const expected = setupWith({ ...options, dryRun: true, lang: 'ja' })
    const flags =
      '--target=ECR --path apps/API/ --CI gitlab --region=AP-northeast-1 --environment Prod --Dry-Run --lang JA'
    expect(parseComment(`/cicd setup ${flags}`)).toEqual(expected)
  })

  it.each([
    ['.', '.'],
    ['./', '.'],
    ['./apps//web/', 'apps/web'],
    ['apps/./web', 'apps/web'],
    ['"my apps/web site"', 'my apps/web site'],
    ["'a b'", 'a b'],
    ['アプリ/ウェブ', 'アプリ/ウェブ'],
    ['.config/web', '.config/web'],
    ['a..b', 'a..b'],
  ])('normalises --path=%s', (path, expected) => {
    expect(parseComment(`/cicd setup --path=${path}`)).toEqual(setupWith({ path: expected }))
  })

  it.each([
    '../../etc',
    '/abs',
    'a\\..\\b',
    'a/../b',
    '..',
    '%2e%2e',
    'a/%2E%2e/b',
    'a\u0000b',
    '.github',
    './.GitHub/x',
    '.git',
    'a/.git/b',
    'C:/x',
    'file:x',
    '~root',
    '"a\tb"',
    'a;b',
    '$(id)',
    `${'a/'.repeat(200)}b`,
  ])('B13 refuses --path=%j', (path) =>
    expect(mistake(`/cicd setup --path=${path}`).because).toMatch(/path|app can be/u))

  it('B13 refuses a quote that is not closed', () => {
    expect(mistake('/cicd setup --path="apps/web').because).toBe('this quote is not closed')
  })
})

describe('characters', () => {
  it.each([
    ['/cicd set\u200bup', 'U+200B (zero width space)', 7],
    ['/cicd s\u0435tup', 'U+0435 (Cyrillic letter that looks like e)', 7],
    ['/cicd \u202eputes', 'U+202E (right-to-left override)', 7],
    ['/cicd ｓｅｔｕｐ', 'U+FF53 (full-width s)', 7],
    ['/\u0441icd setup', 'U+0441 (Cyrillic letter that looks like c)', 2],
    ['／ｃｉｃｄ setup', 'U+FF0F (full-width /)', 1],
    ['\ufeff/cicd setup', 'U+FEFF (byte order mark)', 1],
    ['/cicd\u200b setup', 'U+200B (zero width space)', 6],
    ['/cicd setup --t\u0430rget=ecr', 'U+0430 (Cyrillic letter that looks like a)', 13],
    ['/cicd setup --target=am\u03c1lify', 'U+03C1 (Greek letter that looks like p)', 24],
    ['/cicd setup --target=ecr\u200d', 'U+200D (zero width joiner)', 25],
    ['/cicd setup --path=apps/w\u0435b', 'U+0435 (Cyrillic letter that looks like e)', 26],
    ['/cicd setup --path=\u2067apps', 'U+2067 (right-to-left isolate)', 20],
    ['/cicd setup --region=us\u2010east-1', 'U+2010 (hyphen)', 24],
  ])('B16 refuses %j and names the code point', (body, name, column) => {
    const reading = mistake(body)
    expect(reading.because).toContain(name)
    expect(reading.column).toBe(column)
  })

  it.each([
    ['/cicd setup —dry-run', 'U+2014 (em dash)', '`--dry-run`'],
    ['/cicd setup –dry-run', 'U+2013 (en dash)', '`--dry-run`'],
    ['/cicd setup ーーdry-run', 'U+30FC (katakana prolonged sound mark)', '`--dry-run`'],
    ['/cicd setup －－target=ecr', 'U+FF0D (full-width -)', '`--target`'],
    ['/cicd setup --dry‑run', 'U+2011 (non-breaking hyphen)', '`--dry-run`'],
    ['/cicd setup --path=“apps/web”', 'U+201C (left double quotation mark)', 'straight quotes'],
    ['/cicd setup --path ‘apps/web’', 'U+2018 (left single quotation mark)', 'straight quotes'],
    ['/cicd setup -dry-run', 'two dashes', '`--dry-run`'],
    ['/cicd setup dry-run', 'not expected', '`--dry-run`'],
  ])('B17 gives an exact hint for %s', (body, because, hint) => {
    const reading = mistake(body)
    expect(reading.because).toContain(because)
    expect(reading.suggestion).toContain(hint)
  })

  it('counts characters, not code units, in the column', () => {
    expect(mistake('/cicd setup --path=🚀 --x').column).toBe(22)
  })
})
