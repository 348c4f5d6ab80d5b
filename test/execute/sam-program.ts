import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scratch } from './scratch.ts'

const script = fileURLToPath(new URL('./sam.py', import.meta.url))

let found: string | null = null

/** The Python that has cfn-lint, and with it SAM's translator. */
function interpreter(): string {
  const look = 'import cfnlint, samtranslator, sys; print(sys.executable)'
  try {
    found ??= execFileSync('python3', ['-c', look], { encoding: 'utf8' }).trim()
    return found
  } catch (error) {
    throw new Error('The SAM samples need cfn-lint with its SAM translator: pip install "cfn-lint[sam]"', {
      cause: error,
    })
  }
}

/** A folder with a `sam` for the PATH: see sam.py. */
export function samProgram(): string {
  const folder = join(scratch('sam'), 'bin')
  mkdirSync(folder)
  writeFileSync(join(folder, 'sam'), `#!/bin/sh\nexec "${interpreter()}" "${script}" "$@"\n`, { mode: 0o755 })
  return folder
}

/** The types of resource that SAM's translator makes of a built template and the templates nested in it. */
export function transformedTypes(template: string): readonly string[] {
  const output = execFileSync(interpreter(), [script, 'transform', template], { encoding: 'utf8' })
  return output.trim().split('\n')
}
