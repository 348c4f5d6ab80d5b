import type { Checkup, Complaint, Context, Outcome, RenderedFile, Some, Tree } from '../model.ts'
import { type Lock, lockPath, readLock, templateVersion } from '../render/lock.ts'
import { type Upgrade, upgradeRequest } from '../render/upgrade.ts'
import { textsOf } from '../text.ts'
import { settledIn } from './settled.ts'

/** Urgencies of what has come true already. */
const passed: ReadonlySet<Complaint['urgency']> = new Set(['broken', 'unsafe', 'ended'])

/**
 * The pull request that brings the generated files of a set-up up to date, or null where nothing asks for it: the templates are newer, or a fact has
 * passed that a generated file rests on. It changes those files and no others (case G56): nothing that people wrote, nothing that they took away,
 * no app that was not set up, and not the place that an app is delivered to. `outcome` is what a new run would propose for the apps that were.
 */
export function upgrade(tree: Tree, outcome: Outcome, checkup: Checkup, context: Context): Upgrade | null {
  const lock = readLock(tree.files.get(lockPath) ?? '')
  if (lock === null || outcome.kind !== 'proposal' || isMoving(outcome, lock)) return null
  const newer = lock.template !== templateVersion
  const own = outcome.files.filter((file) => isOwn(file, lock, { tree, newer, whole: isWhole(outcome, tree) }))
  const complaints = checkup.complaints.filter((complaint) => concerns(complaint, own))
  const files = newer ? own : own.filter(({ path }) => complaints.some((one) => isAbout(one, path)))
  if (!isSome(files) || (!newer && complaints.length === 0)) return null
  const reasons = [...(newer ? [`template:${templateVersion}`] : []), ...complaints.map(reasonOf)]
  const all: Some<RenderedFile> = [
    files[0],
    ...files.slice(1),
    lockFor(files, lock, outcome.files, textsOf(context).removal.lockPurpose),
  ]
  const left = checkup.complaints.filter((one) => passed.has(one.urgency) && !complaints.includes(one))
  const from = newer ? lock.template : null
  return upgradeRequest({
    files: all,
    from,
    complaints,
    left,
    reasons: [...new Set(reasons)],
    context,
    commit: tree.commit,
  })
}

interface Ground {
  readonly tree: Tree
  readonly newer: boolean
  /** Every app that was set up is still there. */
  readonly whole: boolean
}

function isOwn({ path, action }: RenderedFile, lock: Lock, { tree, newer, whole }: Ground): boolean {
  if (path === lockPath) return false
  const known = Object.hasOwn(lock.files, path)
  // What was generated and is gone, somebody took away; what an app left behind that is gone is no matter of the templates.
  if (action === 'create') return newer && !known
  if (action === 'delete') return newer && known && whole
  return known && tree.entries.some((entry) => entry.path === path)
}

/** An app would go somewhere else than it was set up for: that is for a person to decide. */
function isMoving({ choices }: Outcome, { apps }: Lock): boolean {
  return choices.some(({ app, target }) => Object.hasOwn(apps, app.root) && apps[app.root]?.target !== target)
}

function isWhole({ choices }: Outcome, tree: Tree): boolean {
  const there = new Set(choices.map(({ app }) => app.root))
  return [...settledIn(tree, { path: null }).keys()].every((root) => there.has(root))
}

function concerns(complaint: Complaint, own: readonly RenderedFile[]): boolean {
  return passed.has(complaint.urgency) && own.some(({ path }) => isAbout(complaint, path))
}

function isAbout({ evidence }: Complaint, path: string): boolean {
  return evidence.some((item) => item.path === path)
}

/** The same fact gives the same reason, whenever it is looked at. */
function reasonOf({ rule, on, fact }: Complaint): string {
  return `${rule}:${on ?? fact?.date ?? 'now'}`
}

/** The lock as it was, with what is written now. */
function lockFor(
  files: readonly RenderedFile[],
  lock: Lock,
  proposed: readonly RenderedFile[],
  purpose: string,
): RenderedFile {
  const wanted = readLock(proposed.find(({ path }) => path === lockPath)?.content ?? '')
  const ids = { ...lock.files }
  for (const { path, action } of files) {
    const id = wanted?.files[path]
    if (action === 'delete' || id === undefined) delete ids[path]
    else ids[path] = id
  }
  const sorted = Object.fromEntries(Object.entries(ids).sort(([one], [other]) => (one < other ? -1 : 1)))
  const next: Lock = { ...lock, template: templateVersion, files: sorted }
  return { path: lockPath, action: 'update', mode: '100644', content: `${JSON.stringify(next, null, 2)}\n`, purpose }
}

function isSome<T>(items: readonly T[]): items is Some<T> {
  return items.length > 0
}
