import { plain } from '../../src/cli/paint.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { type Lang, textsIn } from '../../src/text.ts'

/** A terminal of nobody: what is said is kept, and so is what progress showed. */
export function terminalOf(lang: Lang = 'en', how: Partial<Terminal> = {}) {
  const said: string[] = []
  const shown: string[] = []
  const terminal: Terminal = {
    say: (text) => said.push(text),
    paint: plain,
    columns: null,
    program: 'slipway',
    progress: { show: (text) => shown.push(text), clear: () => undefined },
    texts: textsIn(lang),
    ...how,
  }
  return { terminal, shown, text: () => said.join('') }
}
