import type { Detector } from './detector.ts'
import { androidProject } from './not-apps/android.ts'
import { commandLine } from './not-apps/command-line.ts'
import { desktop } from './not-apps/desktop.ts'
import { browserExtension, editorExtension } from './not-apps/extension.ts'
import { githubAction } from './not-apps/github-action.ts'
import { library } from './not-apps/library.ts'
import { mobile } from './not-apps/mobile.ts'
import { plugin } from './not-apps/plugin.ts'

/** What looks like an app by its dependencies and is delivered in another way; the most telling sign first. */
export const notApps: readonly Detector[] = [
  githubAction,
  browserExtension,
  editorExtension,
  plugin,
  mobile,
  androidProject,
  desktop,
  commandLine,
  library,
]
