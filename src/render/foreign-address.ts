/**
 * An address that somebody else told, so that it stays one in Markdown, in `<…>` as in `[…](…)`. Null for what is no address of a page: another scheme than
 * http and https, or nonsense.
 */
export function foreignAddress(url: string): string | null {
  const address = URL.canParse(url) ? new URL(url) : null
  if (address === null || !/^https?:$/u.test(address.protocol)) return null
  return address.href.replace(/[<>()|[\]\\`\s]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
