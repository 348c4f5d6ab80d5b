import { appendFileSync } from 'node:fs'

/** Adds a line to a file, at once, so that nothing is lost when the process dies. */
export function appendLine(path: string, line: string): void {
  appendFileSync(path, `${line}\n`)
}
