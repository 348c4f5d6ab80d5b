import type { Proof } from '../finding.ts'
import { get, text } from '../json.ts'
import type { Place } from '../place.ts'
import { type Declared, isManager } from './declared-manager.ts'
import { type Lockfile, type ManagerName, outOfStep } from './lockfiles.ts'
import type { Manifest } from './manifest.ts'
import { managerMentions, readmeMention } from './mentions.ts'
import type { WorkspaceRoot } from './workspaces.ts'

/** Which manager is used, and why. */
export interface Decision {
  readonly name: ManagerName
  readonly proof: Proof
  readonly remarks: readonly string[]
  /** Lockfiles between which nothing in the repository decides. */
  readonly tied: readonly string[]
}

const sure = (name: ManagerName, proof: Proof, ...remarks: readonly string[]): Decision => ({
  name,
  proof,
  remarks,
  tied: [],
})

/** Decides by what is declared, by the lockfiles, by files that only one manager reads, by what automation calls. */
export function decide(
  at: Place,
  manifest: Manifest,
  locks: readonly Lockfile[],
  declared: Declared | null,
  workspace: WorkspaceRoot | null,
): Decision {
  const [only] = locks
  const fits = declared !== null && locks.some((lock) => lock.manager === declared.name)
  if (declared && (fits || !only)) return sure(declared.name, declared.proof)
  const marked = marker(at, workspace) ?? hint(at, manifest)
  if (!only)
    return (
      marked ?? mentioned(at, manifest) ?? told(at) ?? sure('npm', at.proof('package.json', at.texts.seen.npmByDefault))
    )
  const proof = at.proof(only.name, at.texts.seen.lockOf(only.name, only.manager))
  if (locks.every((lock) => lock.manager === only.manager))
    return sure(
      only.manager,
      proof,
      ...(declared ? [at.texts.seen.lockDecides(declared.name, only.name, only.manager)] : []),
    )
  // A frozen install from a lockfile that is out of step stops, whatever calls it.
  return (
    among(locks, marked) ??
    inStep(at, manifest, locks) ??
    among(locks, mentioned(at, manifest)) ??
    among(locks, told(at)) ??
    tie(locks, proof)
  )
}

function among(locks: readonly Lockfile[], decision: Decision | null): Decision | null {
  return decision && locks.some((lock) => lock.manager === decision.name) ? decision : null
}

/** Files that only one manager reads. */
function marker(at: Place, workspace: WorkspaceRoot | null): Decision | null {
  if (workspace?.manager === 'pnpm')
    return sure('pnpm', at.proof('pnpm-workspace.yaml', at.texts.seen.readByOnly('pnpm-workspace.yaml', 'pnpm')))
  const bun = at.pick('bunfig.toml', 'bun.lock', 'bun.lockb')
  if (bun) return sure('bun', at.proof(bun, at.texts.seen.readByOnly(bun, 'Bun')))
  const yarn = at.pick('.yarnrc.yml', '.yarnrc')
  if (yarn) return sure('yarn', at.proof(yarn, at.texts.seen.readByOnly(yarn, 'Yarn')))
  const pnpm = at.pick('.pnpmfile.cjs')
  return pnpm ? sure('pnpm', at.proof(pnpm, at.texts.seen.readByOnly(pnpm, 'pnpm'))) : null
}

/** What the manifest asks of who installs it: `"npm": "please-use-yarn"` among the engines, `only-allow pnpm` before an install. */
function hint(at: Place, { raw, scripts }: Manifest): Decision | null {
  const asked = /\b(?:use|only)[-_ ]*(yarn|pnpm|bun)\b/i.exec(text(get(raw, 'engines', 'npm')) ?? '')?.[1]
  if (asked && isManager(asked))
    return sure(asked, at.proof('package.json', at.texts.seen.enginesAsk(asked), '"engines"'))
  const only = /\bonly-allow\s+(npm|yarn|pnpm|bun)\b/.exec(scripts.get('preinstall') ?? '')?.[1]
  return only && isManager(only)
    ? sure(only, at.proof('package.json', at.texts.seen.allowsOnly(only), '"preinstall"'))
    : null
}

/** What the read-me says to install with, where it names one manager only. */
function told(at: Place): Decision | null {
  const mention = readmeMention(at)
  return mention && sure(mention.manager, mention.proof)
}

function mentioned(at: Place, manifest: Manifest): Decision | null {
  const mention = managerMentions(at, manifest, at.texts)
  return mention && sure(mention.manager, mention.proof)
}

function inStep(at: Place, manifest: Manifest, locks: readonly Lockfile[]): Decision | null {
  const good = locks.filter(
    (lock) => at.text(lock.name) !== undefined && outOfStep(at, lock.name, manifest, '.').length === 0,
  )
  const [one] = good
  return one && good.length === 1 && locks.every((lock) => at.text(lock.name) !== undefined)
    ? sure(one.manager, at.proof(one.name, at.texts.seen.onlyInStep(one.name)))
    : null
}

function tie(locks: readonly Lockfile[], proof: Proof): Decision {
  const [first] = locks
  return { name: first?.manager ?? 'npm', proof, remarks: [], tied: locks.map((lock) => lock.name) }
}
