import { stackOf } from '../../detect/commands/program.ts'
import type { App, Question } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { Draft, ScopeRule } from './draft.ts'
import { withNodeBeside } from './node-beside.ts'

const pages: ReadonlySet<string> = new Set(['static'])

/**
 * Several toolchains in one folder. Pages beside a server are the server's own (case D34), and Node beside a server of
 * another language builds its assets; two servers in one folder are a question.
 */
export const onePlace: ScopeRule = {
  id: 'one-place',
  apply(drafts) {
    const roots = new Map<string, Draft[]>()
    for (const draft of drafts) roots.set(draft.place.root, [...(roots.get(draft.place.root) ?? []), draft])
    return [...roots.values()].flatMap(settle)
  },
}

// A template deploys the program in its folder; a built site beside it is an app of its own, unless the tool delivers sites too.
function settle(drafts: readonly Draft[]): readonly Draft[] {
  const defined = drafts.filter(({ app }) => app?.kind === 'serverless')
  if (defined.length === 0) return settlePrograms(drafts)
  if (defined.some(({ app }) => app?.framework === 'sst')) return defined
  return [...defined, ...drafts.filter(({ app }) => app?.build && (pages.has(app.kind) || app.kind === 'ssr'))]
}

function settlePrograms(drafts: readonly Draft[]): readonly Draft[] {
  const found = drafts.filter((draft) => draft.app)
  if (found.length < 2) return found.length === 1 ? found.map(withNodeBeside) : drafts.slice(0, 1)
  const serving = found.filter(
    (draft) => draft.app && !pages.has(draft.app.kind) && !isRendererOf(draft.app, found) && !isStartedAs(draft, found),
  )
  const [first, ...rest] = serving.length > 0 ? serving : inOrderOfPages(found).slice(0, 1)
  if (!first) return drafts
  return rest.length === 0 ? [withNodeBeside(first)] : asked([first, ...rest], first.place.texts)
}

/** What is started is the program of another toolchain in the same folder: its own framework is only listed. */
function isStartedAs({ app, stack }: Draft, found: readonly Draft[]): boolean {
  const started = stackOf(app?.start ?? '')
  return started !== null && started !== stack && found.some((other) => other.stack === started)
}

/** A renderer on Node that nothing starts, beside a server of another language, belongs to that server (Inertia beside Laravel). */
function isRendererOf(app: App, found: readonly Draft[]): boolean {
  const other = found.some((draft) => draft.app?.kind === 'server' && draft.app.language !== app.language)
  return app.kind === 'ssr' && app.start === null && other
}

// A site generator says what the pages are made with; Node beside it has the scripts; lone pages come last.
function inOrderOfPages(drafts: readonly Draft[]): readonly Draft[] {
  const rank = ({ app, stack }: Draft) =>
    app?.framework === 'plain-html' ? 3 : stack === 'site' ? 0 : stack === 'node' ? 1 : 2
  return [...drafts].sort((a, b) => rank(a) - rank(b))
}

function asked(drafts: readonly Draft[], texts: Texts): readonly Draft[] {
  const names = drafts.map(({ app, stack }) => `${app?.framework ?? stack} (${app?.evidence[0].path})`)
  const question: Question = {
    text: texts.apps.severalPrograms(names.length, names.join(', ')),
    choices: ['/cicd setup --target=ecr', '/cicd setup --target=apprunner'],
  }
  return drafts.map((draft) => ({
    ...draft,
    app: draft.app && { ...draft.app, question: draft.app.question ?? question },
  }))
}
