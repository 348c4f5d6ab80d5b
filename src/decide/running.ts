import type { App, AwsFacts, Choice, ExistingResource } from '../model.ts'
import type { Texts } from '../text.ts'

/** What the account already runs of this app; null: nothing, or not known. Repositories of images run nothing. */
export function runningOf(app: App, { existing }: AwsFacts): ExistingResource | null {
  const runs = (existing ?? []).filter(({ what }) => what !== 'ECR repository')
  return (
    runs.find(({ root }) => root === app.root) ??
    runs.find(({ root, name }) => root === null && name === app.name) ??
    null
  )
}

/** A second delivery of the same app, beside one that the account already has, is said aloud (case G46). */
export function runningNotes(choices: readonly Choice[], aws: AwsFacts, { choice: texts }: Texts): readonly string[] {
  return choices.flatMap(({ app, target }) => {
    const running = runningOf(app, aws)
    if (running === null || target === null || running.target === target) return []
    return [texts.runsElsewhere(app.name, running.what, running.name)]
  })
}
