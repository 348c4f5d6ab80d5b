import { type Finding, first } from '../finding.ts'

/** The command that runs a script of the folder's `package.json` with the package manager that was found there. */
export function runScript(known: readonly Finding[], script: string): string {
  const nodes = known.filter(({ stack }) => stack === undefined || stack === 'node')
  const manager = first(nodes, 'packageManager')?.value.name ?? 'npm'
  return manager === 'npm' || manager === 'bun' ? `${manager} run ${script}` : `${manager} ${script}`
}
