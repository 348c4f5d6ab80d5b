import { commands } from '../../src/cli/commands.ts'
import { failure } from '../../src/cli/failure.ts'
import { readLine } from '../../src/cli/read-line.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { terminalOf } from './terminal-of.ts'

/** Runs a command line in this process: quicker than a process of its own where streams and colours are not what is tried. */
export async function runLine(argv: readonly string[], how: Partial<Terminal> = {}) {
  const asked = readLine(argv, commands)
  if (asked.kind !== 'run') return { code: asked.kind === 'told' ? 0 : 2, out: asked.text, err: '', shown: [] }
  const { terminal, text, shown } = terminalOf('en', { texts: asked.texts, ...how })
  try {
    const code = await asked.command.run(asked.given, terminal, commands)
    return { code, out: text(), err: '', shown }
  } catch (error) {
    return { code: 1, out: text(), err: failure(error, asked.texts), shown }
  }
}
