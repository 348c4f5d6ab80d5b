import { type Finding, find } from '../finding.ts'
import type { Manifest } from './manifest.ts'
import type { NodeProject } from './project.ts'
import { manifests } from './workspaces.ts'

const runAtInstall = ['preinstall', 'install', 'postinstall', 'prepare']

/** Scripts that find what they need by themselves, or do nothing outside of a developer's checkout. */
const harmless =
  /^(?:(?:npx |pnpm |yarn |bunx )?(?:husky(?: install)?|lefthook install|simple-git-hooks|only-allow \w+|patch-package|prisma generate|is-ci)|exit 0|true)(?:\s|$)/

/** Install scripts that read files of the repository: an image must hold these before it installs the packages. */
export function installScripts(project: NodeProject): readonly Finding[] {
  const { place, workspace } = project
  const all = manifests(place.repository)
  const folders = workspace ? new Set([workspace.root, ...workspace.packages.keys()]) : new Set([place.root])
  for (const folder of folders) {
    const script = ownScript(all.get(folder))
    if (script === null) continue
    const path = folder === '.' ? 'package.json' : `${folder}/package.json`
    return [find('needs', 'install script', { path, line: null, says: place.texts.seen.installScript(script) })]
  }
  return []
}

function ownScript(manifest: Manifest | undefined): string | null {
  const scripts = runAtInstall.flatMap((name) => manifest?.scripts.get(name) ?? [])
  return scripts.find((script) => script.split('&&').some((part) => !harmless.test(`${part.trim()} `))) ?? null
}
