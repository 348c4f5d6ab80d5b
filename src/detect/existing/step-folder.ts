/** The folder that a line names as the one to work in; undefined where it names none, or one outside of the repository. */
export function folderIn(line: string): string | undefined {
  const folder = /^\s*(?:- )?(?:working-directory|working_directory|appRoot):\s*["']?([^"'\s$~]+)/.exec(line)?.[1]
  return folder?.replace(/^\.\//, '').replace(/\/$/, '')
}

const indentOf = (line: string) => line.length - line.trimStart().length
const isBlank = (line: string) => line.trim() === ''

/**
 * The folder in which the step with line `at` runs (from 0): that of the step, else the default of its job or of the
 * workflow; null where none is named.
 */
export function stepFolder(lines: readonly string[], at: number): string | null {
  const start = lines.findLastIndex((line, i) => i <= at && /^\s*- /.test(line) && (i === at || isAbove(lines, i, at)))
  const own = start < 0 ? undefined : folderOfStep(lines, start)
  return own ?? folderAbove(lines, Math.max(start, 0)) ?? null
}

const isAbove = (lines: readonly string[], i: number, at: number) =>
  indentOf(lines[i] ?? '') < indentOf(lines[at] ?? '')

function folderOfStep(lines: readonly string[], start: number): string | undefined {
  const indent = indentOf(lines[start] ?? '')
  const length = lines.slice(start + 1).findIndex((line) => !isBlank(line) && indentOf(line) <= indent)
  const step = lines.slice(start, length < 0 ? lines.length : start + 1 + length)
  return step.flatMap((line) => folderIn(line) ?? [])[0]
}

/** Keys beside and above the step: `defaults.run.working-directory` of the job or of the workflow. */
function folderAbove(lines: readonly string[], start: number): string | undefined {
  let level = indentOf(lines[start] ?? '')
  for (let i = start - 1; i >= 0; i--) {
    const line = lines[i] ?? ''
    if (isBlank(line) || indentOf(line) > level || /^\s*- /.test(line)) continue
    level = indentOf(line)
    const inside = /^\s*defaults:/.test(line)
      ? lines.slice(i + 1, i + 4).flatMap((one) => folderIn(one) ?? [])[0]
      : undefined
    const found = inside ?? folderIn(line)
    if (found !== undefined) return found
  }
  return undefined
}
