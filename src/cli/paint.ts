import { styleText } from 'node:util'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

/** Puts a style around text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string

/** Colours on a terminal that wants them (`NO_COLOR` and `FORCE_COLOR` count); plain text when piped. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream, validateStream: true })
}

export const plain: Paint = (_style, text) => text
