import type { App } from '../model.ts'

/** What to do for an app that no target serves. */
export function nextStep(app: App): string {
  return `No delivery path fits ${app.framework ?? app.language ?? 'this app'}; build the pipeline by hand.`
}
