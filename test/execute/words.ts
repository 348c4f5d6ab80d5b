/** The words of a command that is started without a shell: blanks part them, quotes keep them together. */
export function words(command: string): readonly string[] {
  const found: string[] = []
  const part = /\s+|'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)|([^\s'"\\]+)/gy
  let word: string | null = null
  for (const [whole, single, double, escaped, plain] of command.matchAll(part)) {
    const text: string | undefined = single ?? double?.replace(/\\(.)/g, '$1') ?? escaped ?? plain
    if (text === undefined && /^\s/.test(whole)) {
      if (word !== null) found.push(word)
      word = null
    } else word = (word ?? '') + (text ?? '')
  }
  return word === null ? found : [...found, word]
}
