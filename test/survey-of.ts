import { classify } from '../src/decide/classify.ts'
import { detect } from '../src/detect.ts'
import type { App, Survey } from '../src/model.ts'
import { treeOf } from './tree-of.ts'

/** What the repository with these files is made of. */
export function surveyOf(files: Readonly<Record<string, string>>): Survey {
  return classify(detect(treeOf(files)), 'sample')
}

/** The one app of such a repository; throws where there is none or more than one. */
export function appOf(files: Readonly<Record<string, string>>): App {
  const { apps } = surveyOf(files)
  const [app, second] = apps
  if (!app || second) throw new Error(`expected one app, found ${apps.map((found) => found.root).join(', ') || 'none'}`)
  return app
}
