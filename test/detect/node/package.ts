/** A package.json with these fields, as text. */
export function packageJson(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ name: 'sample', ...fields }, null, 2)
}
