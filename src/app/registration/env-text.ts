/** The text of a file `.env` with these settings: a line that sets one is replaced where it stands, the others are added at the end. */
export function withSettings(text: string, values: Readonly<Record<string, string>>): string {
  let kept = text
  const added: string[] = []
  for (const [name, value] of Object.entries(values)) {
    const line = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*(?:"[^"]*"|'[^']*'|[^\\n]*)`, 'mu')
    const next = `${name}=${value}`
    if (line.test(kept)) kept = kept.replace(line, () => next)
    else added.push(next)
  }
  const end = kept === '' || kept.endsWith('\n') ? '' : '\n'
  return added.length === 0 ? kept : `${kept}${end}${added.join('\n')}\n`
}
