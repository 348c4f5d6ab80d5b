import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const passing = new Set<string>()
const lasting = new Set<string>()

process.once('exit', removeAll)

/** A new folder that other users may look into, gone with the next `cleanUp`. */
export function scratch(name: string): string {
  return make(name, passing)
}

/** A new folder that stays until it is discarded, or until the process ends. */
export function lastingFolder(name: string): string {
  return make(name, lasting)
}

function make(name: string, list: Set<string>): string {
  const folder = mkdtempSync(join(tmpdir(), `slipway-execute-${name}-`))
  chmodSync(folder, 0o755)
  list.add(folder)
  return folder
}

/** Removes every scratch folder. */
export function cleanUp(): void {
  for (const folder of passing) remove(folder)
  passing.clear()
}

export function discard(folder: string): void {
  remove(folder)
  lasting.delete(folder)
}

/** Removes all that is left. A worker that is stopped sees no `exit`, so whoever runs the harness calls it at the end. */
export function removeAll(): void {
  for (const folder of [...passing, ...lasting]) remove(folder)
  passing.clear()
  lasting.clear()
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
