import type { ExistingDetector } from './detector.ts'
import { codePipeline } from './existing/code-pipeline.ts'
import { copilot } from './existing/copilot.ts'
import { hosting } from './existing/hosting.ts'
import { infrastructure } from './existing/infrastructure.ts'
import { pipelines } from './existing/pipelines.ts'
import { deployScripts } from './existing/scripts.ts'
import { workflows } from './existing/workflows.ts'

/** Every delivery mechanism that is recognised, in the order in which they are named. */
export const existingDetectors: readonly ExistingDetector[] = [
  workflows,
  pipelines,
  codePipeline,
  hosting,
  copilot,
  infrastructure,
  deployScripts,
]
