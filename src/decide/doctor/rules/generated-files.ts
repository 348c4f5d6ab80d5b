import type { Complaint } from '../../../model.ts'
import { lockPath, templateVersion } from '../../../render/lock.ts'
import { code } from '../../../render/markdown.ts'
import type { Patient } from '../patient.ts'
import { plain, type Rule } from '../rule.ts'

/** What became of the files that were generated: written by an older version, taken away, or changed by people. */
export const generatedFiles: Rule = {
  id: 'generated-files',
  examine: (patient) => [...older(patient), ...gone(patient), ...edited(patient)],
}

type Found = readonly Omit<Complaint, 'rule'>[]

function older({ lock, outcome, texts: { doctor } }: Patient): Found {
  if (lock === null || lock.template === templateVersion || outcome.kind !== 'proposal') return []
  const known = outcome.files.filter(({ path }) => lock.files[path] !== undefined)
  if (known.length === 0) return []
  return [
    {
      ...plain,
      urgency: 'tidy',
      says: doctor.olderTemplates(code(lock.template), code(templateVersion), known.length),
      evidence: [
        { path: lockPath, line: null, says: `"template": "${lock.template}"` },
        ...known.map(({ path, action }) => ({ path, line: null, says: action })),
      ],
      mend: { kind: 'command', command: '/cicd setup' },
    },
  ]
}

function gone({ lock, tree, texts: { doctor } }: Patient): Found {
  const there = new Set(tree.entries.map(({ path }) => path))
  const missing = Object.keys(lock?.files ?? {}).filter((path) => !there.has(path))
  if (missing.length === 0) return []
  return [
    {
      ...plain,
      urgency: 'tidy',
      says: doctor.goneFiles(missing.length),
      evidence: missing.map((path) => ({ path: lockPath, line: null, says: path })),
      mend: { kind: 'command', command: '/cicd setup' },
    },
  ]
}

function edited({ lock, tree, texts: { doctor } }: Patient): Found {
  const changed = tree.entries.filter(({ path, sha }) => {
    const base = lock?.files[path]
    return base !== undefined && base !== sha
  })
  if (changed.length === 0) return []
  return [
    {
      ...plain,
      urgency: 'tidy',
      says: doctor.editedFiles(changed.length),
      evidence: changed.map(({ path }) => ({ path, line: null, says: doctor.edited })),
      mend: { kind: 'command', command: '/cicd setup --dry-run' },
    },
  ]
}
