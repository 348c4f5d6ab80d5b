/** What is odd about a character; Unicode's own name for it where there is one. */
export type OddKind =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'full-width' | 'letter'; readonly script: string; readonly like: string | null }
  | { readonly kind: 'control' | 'invisible' | 'other' }

/** A character that does not belong in a command. `at`: UTF-16 units from the start of the text. */
export interface OddCharacter {
  readonly at: number
  readonly length: number
  /** `U+2014`. */
  readonly code: string
  readonly what: OddKind
}

const names: ReadonlyMap<string, string> = new Map([
  ['\u00ad', 'soft hyphen'],
  ['\u061c', 'Arabic letter mark'],
  ['\u180e', 'Mongolian vowel separator'],
  ['\u200b', 'zero width space'],
  ['\u200c', 'zero width non-joiner'],
  ['\u200d', 'zero width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2010', 'hyphen'],
  ['\u2011', 'non-breaking hyphen'],
  ['\u2012', 'figure dash'],
  ['\u2013', 'en dash'],
  ['\u2014', 'em dash'],
  ['\u2015', 'horizontal bar'],
  ['\u2018', 'left single quotation mark'],
  ['\u2019', 'right single quotation mark'],
  ['\u201a', 'single low quotation mark'],
  ['\u201c', 'left double quotation mark'],
  ['\u201d', 'right double quotation mark'],
  ['\u201e', 'double low quotation mark'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202b', 'right-to-left embedding'],
  ['\u202c', 'pop directional formatting'],
  ['\u202d', 'left-to-right override'],
  ['\u202e', 'right-to-left override'],
  ['\u2044', 'fraction slash'],
  ['\u2060', 'word joiner'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'first strong isolate'],
  ['\u2069', 'pop directional isolate'],
  ['\u2212', 'minus sign'],
  ['\u2215', 'division slash'],
  ['\u30fc', 'katakana prolonged sound mark'],
  ['\ufeff', 'byte order mark'],
])

/** Letters of other scripts, and signs, that look like ASCII. Full-width forms are folded by NFKC instead. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...pairs('асеорхуіѕјһԁԛԝтпгмвнкь', 'aceopxyisjhdqwtnrmbhkb'),
  ...pairs('αορτυνικεχβ', 'aoptuvikexb'),
  ...pairs('ıɑɡ', 'iag'),
  ...pairs('\u2044\u2215', '//'),
  ...pairs('\u2018\u2019\u201a\u201c\u201d\u201e', `'''"""`),
])

/** Dashes that keyboards and editors make of a hyphen or two. */
const dash = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63\uff0d]/u
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const scripts = ['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Cherokee'] as const
const scriptPatterns = scripts.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'u') }))

/** The first character outside printable ASCII, or null. */
export function firstNonAscii(text: string): OddCharacter | null {
  return find(text, /[^\x20-\x7e]/u)
}

/** The first character that cannot be seen, or that turns the direction of writing, or null. */
export function firstInvisible(text: string): OddCharacter | null {
  return find(text, invisible)
}

/** The first Cyrillic, Greek or similar letter of a text that also has Latin letters, or null: they look alike. */
export function firstMixed(text: string): OddCharacter | null {
  if (!/\p{Script=Latin}/u.test(text)) return null
  return find(text, /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u)
}

/** The text as ASCII people would read it: no invisible characters, look-alikes replaced, dashes as `--`, lower case. */
export function skeleton(text: string): string {
  return [...text.normalize('NFKC')]
    .filter((character) => !invisible.test(character))
    .map((character) => (dash.test(character) ? '-' : (lookAlikes.get(character.toLowerCase()) ?? character)))
    .join('')
    .toLowerCase()
}

/** The length of the run of dashes of any kind that the text begins with, in UTF-16 units. */
export function leadingDashes(text: string): number {
  return /^[-\u2010-\u2015\u2212\u30fc\ufe58\ufe63\uff0d]*/u.exec(text)?.[0].length ?? 0
}

function find(text: string, pattern: RegExp): OddCharacter | null {
  const match = pattern.exec(text)
  if (match === null) return null
  return { at: match.index, length: match[0].length, code: codeOf(match[0]), what: kindOf(match[0]) }
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function kindOf(character: string): OddKind {
  const name = names.get(character)
  if (name !== undefined) return { kind: 'named', name }
  if (/\p{Cc}/u.test(character)) return { kind: 'control' }
  if (/[\uff01-\uff5e]/u.test(character)) return { kind: 'full-width', script: '', like: character.normalize('NFKC') }
  if (invisible.test(character)) return { kind: 'invisible' }
  const script = scriptPatterns.find(({ pattern }) => pattern.test(character))?.script
  const like = lookAlikes.get(character.toLowerCase()) ?? null
  return script === undefined ? { kind: 'other' } : { kind: 'letter', script, like }
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((character, index) => [character, to[index] ?? character])
}
