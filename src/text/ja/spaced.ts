const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー々]/u
const latin = /[A-Za-z0-9`$"*[\]<]/u

/** A text with values that may be Japanese or not: where the two meet at a seam there is a half-width space, elsewhere none. */
export function spaced(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return strings.reduce((text, string, i) => joined(joined(text, `${values[i - 1] ?? ''}`), string))
}

function joined(before: string, after: string): string {
  const last = before.at(-1) ?? ''
  const first = after.at(0) ?? ''
  const meet = (japanese.test(last) && latin.test(first)) || (latin.test(last) && japanese.test(first))
  return meet ? `${before} ${after}` : before + after
}
