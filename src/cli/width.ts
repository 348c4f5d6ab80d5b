/**
 * What a terminal shows two columns wide: East Asian Wide and Fullwidth, and emoji that are shown as such
 * (https://www.unicode.org/reports/tr11/, read 2026-11). Ambiguous characters (`→`, `…`) are one wide, as terminals have them unless told otherwise.
 */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const none = /^[\p{Mn}\p{Me}\p{Cf}]$/u

/** Whether a character takes two columns. */
export function isWide(character: string): boolean {
  return wide.test(character)
}

/** How many columns a text takes on a terminal. The text holds no control characters. Linear. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += none.test(character) ? 0 : isWide(character) ? 2 : 1
  return width
}

/** The text with spaces up to a width; a longer one stays as it is. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
