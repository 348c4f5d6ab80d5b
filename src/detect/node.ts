import type { Detector } from './detector.ts'
import { webApp } from './frameworks/web-app.ts'
import { nodeBuild } from './node/build.ts'
import { nodeChecks } from './node/checks.ts'
import { nodeInstall } from './node/install.ts'
import { nodeLanguage } from './node/language.ts'
import { nodeNeeds } from './node/needs.ts'
import { privatePackages } from './node/private-packages.ts'
import { nodeRuntime } from './node/runtime.ts'
import { nodeServer } from './node/server-app.ts'
import { serverOutput } from './node/server-output.ts'
import { nodeWorker } from './node/worker-app.ts'

/** What is found out about a Node project, a web app before a server of its own. */
export const node: readonly Detector[] = [
  webApp,
  nodeServer,
  nodeWorker,
  nodeBuild,
  serverOutput,
  nodeLanguage,
  nodeInstall,
  nodeRuntime,
  nodeChecks,
  nodeNeeds,
  privatePackages,
]
