import { get, text } from '../json.ts'
import { placeAt } from '../place.ts'
import type { Repository } from '../repository.ts'
import type { ManagerName } from './lockfiles.ts'
import type { ManagerChoice } from './package-manager.ts'
import { upTo } from './up-to.ts'

const locks = { pnpm: 'pnpm-lock.yaml', npm: 'npm-shrinkwrap.json', yarn: 'yarn.lock' } as const

/** The manager that Rush installs with, and Rush's own lockfile: https://rushjs.io/pages/configs/rush_json/ (read 2026-11). */
export function rushManager(repository: Repository, root: string): ManagerChoice | null {
  const place = placeAt(repository, root)
  const json = place.json('rush.json')
  const used = (['pnpm', 'npm', 'yarn'] as const).find((name) => text(get(json, `${name}Version`)) !== null)
  if (!used) return null
  const lockfile = `common/config/rush/${locks[used]}`
  return {
    name: used satisfies ManagerName,
    version: text(get(json, `${used}Version`)),
    installRoot: root,
    lockfile: place.has(lockfile) ? lockfile : null,
    proof: place.proof('rush.json', `${used}Version: ${text(get(json, `${used}Version`))}`, `${used}Version`),
    missing: [],
    broken: null,
    remarks: [],
    tied: [],
  }
}

/** A Rush command in a project's own folder; the script that Rush keeps in the repository installs Rush itself first. */
export function rushCommand(folder: string, root: string, command: string): string {
  return `node ${upTo(folder, root)}/common/scripts/install-run-rush.js ${command}`
}
