import { block, printable, tame } from './markdown.ts'

/** Numbers of accounts, keys and signatures tell strangers more than they need to know. */
const hidden: readonly (readonly [RegExp, string])[] = [
  [/\b\d{12}\b/gu, '************'],
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/gu, '********************'],
  [/([?&]X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s]+/giu, '$1***'],
]

const longest = 600
const longestLine = 300

/** Foreign words without what is hidden. */
export function withoutAccounts(text: string): string {
  return hidden.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), text)
}

/** Words of AWS or GitHub without the numbers of accounts, as plain text, cut to what a comment can bear. */
export function masked(detail: string): string {
  return tame(withoutAccounts(detail).slice(0, longest))
}

/** The same, as lines without markup: for a block of code, or a terminal. */
export function maskedLines(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => printable(withoutAccounts(line)).trim().slice(0, longestLine))
    .filter((line) => line !== '')
}

/** Lines of AWS or GitHub as a block, in which nothing is markup. */
export function quoted(lines: readonly string[]): string {
  return block(maskedLines(lines).join('\n'), 'text')
}
