import type { Texts } from '../../text.ts'
import { factSays } from '../facts.ts'
import { templateVersion } from '../lock.ts'
import { code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** The dated facts that choices and files rest on, each with its source. */
export function facts({ rendered }: Proposal, texts: Texts): Section | null {
  const all = new Map(rendered.flatMap(({ rendering }) => rendering.facts).map((fact) => [fact.id, fact]))
  const lines = [...all.values()].map(
    (fact) => `- ${fact.date}: ${tame(factSays(fact, texts))} [${texts.pullRequest.source}](${fact.source})`,
  )
  return lines.length === 0 ? null : { full: details(texts.pullRequest.facts, lines.join('\n')), short: '' }
}

/** How to get another outcome. */
export function change({ plan }: Proposal, texts: Texts): Section {
  const several = plan.choices.length > 1
  const others = plan.choices.flatMap(({ rejected }) => rejected.filter(({ possible }) => possible))
  const lines = [
    ...(others[0] ? [texts.pullRequest.otherTarget(others[0].target)] : []),
    ...(several ? [texts.pullRequest.oneApp(plainPath(plan.choices[0]?.app.root))] : []),
    texts.pullRequest.forGood,
    texts.pullRequest.smallChange,
    texts.pullRequest.allCommands,
  ]
  const text = details(texts.pullRequest.change, lines.join('\n'))
  return { full: text, short: text }
}

function plainPath(root: string | undefined): string {
  return root !== undefined && /^[\w./-]{1,100}$/.test(root) ? root : 'FOLDER'
}

/** How to undo, and what stays in AWS. */
export function undo({ rendered }: Proposal, texts: Texts): Section {
  const leftovers = [...new Set(rendered.flatMap(({ rendering }) => rendering.leftovers))].map(
    (text) => `- ${tame(clip(text, 500))}`,
  )
  const stays =
    leftovers.length === 0 ? [texts.pullRequest.nothingStays] : [texts.pullRequest.whatStays, '', ...leftovers]
  const head = texts.pullRequest.undoText
  return {
    full: details(texts.pullRequest.undo, [head, '', ...stays].join('\n')),
    short: details(texts.pullRequest.undo, head),
  }
}

/** Who asked, and what made this. */
export function origin({ context, commit }: Proposal, texts: Texts): Section {
  const { by } = context.request
  const login = by && (/^[A-Za-z0-9-]{1,39}$/.test(by.login) ? `@${by.login}` : code(clip(by.login, 60)))
  const asked = by && login ? texts.pullRequest.requested(login, by.url.replace(/[\s()<>]/g, encodeURIComponent)) : ''
  const text = asked + texts.pullRequest.readAt(code(commit.slice(0, 12)), templateVersion)
  return { full: text, short: text }
}
