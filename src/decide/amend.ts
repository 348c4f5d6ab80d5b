import type { App, Plan, RenderedFile, Tree } from '../model.ts'
import type { Texts } from '../text.ts'
import { isAllowedPath } from './allowed-paths.ts'

interface Amendment {
  /** The file in the app's folder. */
  readonly name: string
  /** Finds the part that is wrong; the first group stays, the rest of the match is replaced. */
  readonly wrong: RegExp
  readonly right: string
  readonly serves: (app: App) => boolean
  readonly purpose: (texts: Texts) => string
}

/** What AWS has ended, in the settings that people keep themselves. Each changes one value and no other byte of the file (case G44). */
const amendments: readonly Amendment[] = [
  {
    name: 'apprunner.yaml',
    // Support ended on 2025-12-01: https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code-nodejs-releases.html (2026-11)
    wrong: /^(runtime:[ \t]*)['"]?nodejs(?:12|14|16|18)\b['"]?/m,
    right: 'nodejs22',
    serves: ({ language, kind }) => language === 'node' && kind !== 'static',
    purpose: ({ files }) => files.endedRuntime,
  },
]

/**
 * The smallest changes to build settings of the repository that were not generated: only where a value names what AWS has ended, and only
 * for apps in this plan. Everything else of such a file stays as it is.
 */
export function amended({ choices }: Plan, { files, entries }: Tree, texts: Texts): readonly RenderedFile[] {
  const apps = choices.map(({ app }) => app)
  const roots = apps.map(({ root }) => root)
  return apps.flatMap((app) =>
    amendments.flatMap(({ name, wrong, right, serves, purpose }): readonly RenderedFile[] => {
      const path = app.root === '.' ? name : `${app.root}/${name}`
      const text = files.get(path)
      const there = entries.find((entry) => entry.path === path)
      if (text === undefined || there?.type !== 'file' || !serves(app) || !isAllowedPath(path, roots)) return []
      const content = text.replace(wrong, `$1${right}`)
      const mode = there.mode === '100755' ? '100755' : '100644'
      return content === text ? [] : [{ path, action: 'update', mode, content, purpose: purpose(texts) }]
    }),
  )
}
