import type { Rule } from './rule.ts'
import { appRunnerClosed } from './rules/app-runner-closed.ts'
import { appRunnerRuntimes } from './rules/app-runner-runtimes.ts'
import { appRuntimes } from './rules/app-runtimes.ts'
import { awsKeys } from './rules/aws-keys.ts'
import { awsState } from './rules/aws-state.ts'
import { baseImages } from './rules/base-images.ts'
import { codeBuildImages } from './rules/codebuild-images.ts'
import { configuration } from './rules/configuration.ts'
import { deadTools } from './rules/dead-tools.ts'
import { generatedFiles } from './rules/generated-files.ts'
import { lambdaRuntimes } from './rules/lambda-runtimes.ts'
import { leftActions } from './rules/left-actions.ts'
import { movableActions } from './rules/movable-actions.ts'
import { oidcSubject } from './rules/oidc-subject.ts'
import { oldActions } from './rules/old-actions.ts'
import { refusedActions } from './rules/refused-actions.ts'
import { runnerImages } from './rules/runner-images.ts'
import { takenOverActions } from './rules/taken-over-actions.ts'

/** Every rule. Of complaints that are as urgent as each other, those of the rule that stands first come first. */
export const rules: readonly Rule[] = [
  configuration,
  oidcSubject,
  awsState,
  takenOverActions,
  awsKeys,
  refusedActions,
  runnerImages,
  appRunnerRuntimes,
  lambdaRuntimes,
  appRuntimes,
  baseImages,
  deadTools,
  appRunnerClosed,
  codeBuildImages,
  generatedFiles,
  leftActions,
  oldActions,
  movableActions,
]
