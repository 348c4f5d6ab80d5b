import type { ManagerName } from './lockfiles.ts'

/** How a script of package.json is run in its own folder: `npm run build`, `npm start`, `yarn build`. */
export function runScript(manager: ManagerName, script: string): string {
  if (manager === 'npm' && (script === 'start' || script === 'test')) return `npm ${script}`
  return manager === 'yarn' ? `yarn ${script}` : `${manager} run ${script}`
}

/** How a program of an installed package is run: `npx next build`, `pnpm exec next build`. */
export function execute(manager: ManagerName, command: string): string {
  if (manager === 'npm') return `npx ${command}`
  if (manager === 'bun') return `bunx ${command}`
  return manager === 'yarn' ? `yarn ${command}` : `pnpm exec ${command}`
}
