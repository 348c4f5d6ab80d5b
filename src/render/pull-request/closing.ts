import { templateVersion } from '../lock.ts'
import { code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** The dated facts that choices and files rest on, each with its source. */
export function facts({ rendered }: Proposal): Section | null {
  const all = new Map(rendered.flatMap(({ rendering }) => rendering.facts).map((fact) => [fact.id, fact]))
  const lines = [...all.values()].map(({ date, says, source }) => `- ${date}: ${tame(says)} [Source](${source})`)
  return lines.length === 0
    ? null
    : { full: details('Facts that may change, with their dates', lines.join('\n')), short: '' }
}

/** How to get another outcome. */
export function change({ plan }: Proposal): Section {
  const several = plan.choices.length > 1
  const other = plan.choices[0]?.target === 'ecr' ? 'apprunner' : 'ecr'
  const lines = [
    `- Another target: comment \`/cicd setup --target=${other}\` on an issue.`,
    ...(several ? [`- One app only: \`/cicd setup --path=${plainPath(plan.choices[0]?.app.root)}\`.`] : []),
    '- For good: write the choice into `.github/cicd.yml` on the default branch and comment `/cicd setup` again.',
    '- A small change: commit to this branch, or edit the files after the merge. What you change is kept.',
    '- All commands: `/cicd help`.',
  ]
  const text = details('How to change the outcome', lines.join('\n'))
  return { full: text, short: text }
}

function plainPath(root: string | undefined): string {
  return root !== undefined && /^[\w./-]{1,100}$/.test(root) ? root : 'FOLDER'
}

/** How to undo, and what stays in AWS. */
export function undo({ rendered }: Proposal): Section {
  const leftovers = [...new Set(rendered.flatMap(({ rendering }) => rendering.leftovers))].map(
    (text) => `- ${tame(clip(text, 500))}`,
  )
  const stays =
    leftovers.length === 0
      ? ['Nothing stays in AWS.']
      : ['What stays in AWS after that, and how to remove it:', '', ...leftovers]
  const head =
    'Before the merge: close this pull request and delete its branch. After the merge: *Revert* on this page.'
  return { full: details('How to undo', [head, '', ...stays].join('\n')), short: details('How to undo', head) }
}

/** Who asked, and what made this. */
export function origin({ context, commit }: Proposal): Section {
  const { by } = context.request
  const login = by && (/^[A-Za-z0-9-]{1,39}$/.test(by.login) ? `@${by.login}` : code(clip(by.login, 60)))
  const asked = by
    ? `Requested by ${login} in [this comment](${by.url.replace(/[\s()<>]/g, encodeURIComponent)}). `
    : ''
  const text = `${asked}Read at commit ${code(commit.slice(0, 12))}; templates ${templateVersion}.`
  return { full: text, short: text }
}
