import { stripVTControlCharacters, styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Prints a line, in a style where the output is a terminal that shows styles. */
export type Print = (line: string, style?: Style | undefined) => void

/** `print` for what matters, `note` for what is beside it. */
export function printer(stream: NodeJS.WriteStream): { readonly print: Print; readonly note: (line: string) => void } {
  // A reader that has seen enough (`| head`) is no failure.
  stream.on('error', (error) => {
    if (!('code' in error && error.code === 'EPIPE')) throw error
  })
  const print: Print = (line, style) => {
    const plain = stripVTControlCharacters(line)
    stream.write(`${style === undefined ? plain : styleText(style, plain, { stream })}\n`)
  }
  return { print, note: (line) => print(line, 'dim') }
}
