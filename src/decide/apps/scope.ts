import type { ScopeRule } from './draft.ts'
import { onePlace } from './one-place.ts'
import { cargoWorkspace } from './scope/cargo-workspace.ts'
import { extensionPages } from './scope/extension-pages.ts'
import { generatedFromAbove } from './scope/generated-from-above.ts'
import { lonePages } from './scope/lone-pages.ts'
import { moduleStarter } from './scope/module-starter.ts'
import { nestedDefinitions } from './scope/nested-definitions.ts'
import { outside } from './scope/outside.ts'
import { runFromAbove } from './scope/run-from-above.ts'
import { sameImage } from './scope/same-image.ts'
import { servedPages } from './scope/served-pages.ts'
import { sharedPackages } from './scope/shared-packages.ts'
import { splitProject } from './scope/split-project.ts'
import { wholeImage } from './scope/whole-image.ts'
import { workspaceStarter } from './scope/workspace-starter.ts'
import { workers } from './workers.ts'

/** The rules that see all places at once, in the order in which they are applied. */
export const scopeRules: readonly ScopeRule[] = [
  onePlace,
  outside,
  extensionPages,
  nestedDefinitions,
  wholeImage,
  sameImage,
  cargoWorkspace,
  generatedFromAbove,
  workspaceStarter,
  moduleStarter,
  runFromAbove,
  splitProject,
  sharedPackages,
  servedPages,
  lonePages,
  workers,
]
