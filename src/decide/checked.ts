import type { GeneratedFile } from '../model.ts'
import { lint } from '../render/lint.ts'

/**
 * The files as they are. Throws an Error, which is a bug, naming file and rule where one breaks our own rules: no pull request
 * is opened with it (case G60).
 */
export function checked(files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  const faults = lint(files)
  if (faults.length === 0) return files
  const lines = faults.map(({ path, rule, says }) => `${JSON.stringify(path)}: ${rule}: ${says}`)
  throw new Error(`Generated files break our own rules.\n${lines.join('\n')}`)
}
