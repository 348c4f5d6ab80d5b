import { unnamed } from '../detect/existing/pipeline-text.ts'
import type { TargetId } from '../model.ts'
import { table } from '../render/facts-table.ts'
import { productName, targetName } from '../render/pull-request/words.ts'
import type { Texts } from '../text.ts'
import type { Dated, Row, RowApp } from './row.ts'

/** What was found of one kind, in plain words; foreign names are not escaped. */

const shown = { apps: 4, existing: 3 }

/** The apps: `web: Next.js`, `api: Express`. `name` is told how a folder is to be written. */
export function appsIn(
  { apps }: Row,
  texts: Texts,
  name: (root: string) => string = (root) => root,
): readonly string[] {
  const words = apps.map(({ root, what }) => (root === '.' ? productName(what) : `${name(root)}: ${productName(what)}`))
  return shortened(words, shown.apps, texts)
}

/** Where the apps would go, each path once. */
export function pathsIn({ apps }: Pick<Row, 'apps'>, texts: Texts): readonly string[] {
  return [...new Set(apps.map(({ target }) => pathOf(target, texts)))]
}

function pathOf(target: TargetId | null, texts: Texts): string {
  return target === null ? texts.survey.noTarget : targetName(target, texts)
}

/** What delivers, tests or hosts already. */
export function todayIn({ existing }: Row, texts: Texts): readonly string[] {
  const words = existing.map(({ what, role, to }) => {
    if (role === 'ci') return texts.survey.testsBy(what)
    if (role === 'config' || to === null) return what
    return to === unnamed ? texts.survey.deploys(what) : texts.survey.deploysTo(what, to)
  })
  return shortened([...new Set(words)], shown.existing, texts)
}

/** What is broken, unsafe or without support. */
export function datedWords({ dated }: Row, { survey }: Texts): readonly string[] {
  return dated.map(({ kind, what, since }: Dated) => {
    const rule = kind === 'rule' ? Object.entries(survey.rules).find(([id]) => id === what)?.[1] : undefined
    const words = rule ?? what
    return since === null ? words : survey.since(words, since)
  })
}

/** How many apps of these rows would go where, the most first: `Amplify Hosting 12`. */
export function targetTally(rows: readonly Row[], texts: Texts): readonly string[] {
  const counts = new Map<string, number>()
  for (const { target } of rows.flatMap(({ apps }): readonly RowApp[] => apps)) {
    if (target !== null) counts.set(pathOf(target, texts), (counts.get(pathOf(target, texts)) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`)
}

/** That App Runner is not open to every account, where one of these rows would go there. `command`: what sets up without it. */
export function appRunnerNote(rows: readonly Row[], command: string, { survey }: Texts): readonly string[] {
  const goes = rows.some(({ apps }) => apps.some(({ target }) => target === 'apprunner'))
  return goes ? [survey.appRunner(table['apprunner-closed'].date, command)] : []
}

function shortened(words: readonly string[], most: number, { survey }: Texts): readonly string[] {
  return words.length <= most ? words : [...words.slice(0, most), survey.more(words.length - most)]
}
