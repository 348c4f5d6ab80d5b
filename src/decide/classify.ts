import { byDepth } from '../detect/repository.ts'
import type { Findings } from '../detect.ts'
import type { App, Evidence, Some, Survey } from '../model.ts'
import type { Texts } from '../text.ts'
import { assemble } from './apps/assemble.ts'
import { nameApps } from './apps/name.ts'
import { scopeRules } from './apps/scope.ts'

/** What the repository is made of. `repositoryName` names the app in the root. */
export function classify(findings: Findings, repositoryName: string): Survey {
  const { repository } = findings
  let drafts: readonly ReturnType<typeof assemble>[] = findings.places.map(assemble)
  for (const rule of scopeRules) drafts = rule.apply(drafts, repository)
  const apps = numbered(
    nameApps(
      drafts.flatMap((draft) => draft.app ?? []),
      repositoryName,
    ),
  )
  const other = apps.length === 0 ? findings.other() : null
  return {
    apps,
    existing: findings.existing,
    notes: notesOf(findings),
    other: other && {
      what: repository.texts.others[other.what],
      evidence: withIds(
        other.proof.map((proof) => ({ id: '', ...proof })),
        1,
      ),
    },
    looked: repository.folder('.') ? [...repository.tree.files.keys()].sort(byDepth).slice(0, 12) : [],
    question: null,
  }
}

/** Evidence ids count over the whole repository, so that each can be asked for by its id. */
function numbered(apps: readonly App[]): readonly App[] {
  let next = 1
  return apps.map((app) => {
    const evidence = withIds(app.evidence, next)
    next += evidence.length
    return { ...app, evidence }
  })
}

function withIds(evidence: readonly Evidence[], from: number): Some<Evidence> {
  const [head, ...rest] = evidence.map((item, i) => ({ ...item, id: `E${from + i}` }))
  if (!head) throw new Error('evidence is never empty')
  return [head, ...rest]
}

function notesOf(findings: Findings): readonly string[] {
  const { tree, texts } = findings.repository
  return [
    ...shortened(
      tree.skipped.map(({ path, why }) => texts.outcome.skipped(path, texts.tree[why])),
      texts,
    ),
    ...tree.unlisted.map((path) => texts.outcome.unlisted(path)),
    ...shortened(
      findings.repository.problems().map((problem) => texts.outcome.sentence(problem)),
      texts,
    ),
  ]
}

// A long list of files says no more than its first ones.
const most = 5

function shortened(notes: readonly string[], texts: Texts): readonly string[] {
  if (notes.length <= most) return notes
  return [...notes.slice(0, most), texts.outcome.moreFiles(notes.length - most)]
}
