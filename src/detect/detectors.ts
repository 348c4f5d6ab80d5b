import { amplifyGen2 } from './amplify-gen2.ts'
import { checks } from './checks.ts'
import type { Detector } from './detector.ts'
import { environment } from './environment.ts'
import { node } from './node.ts'
import { notApps } from './not-apps.ts'
import { processes } from './processes/detectors.ts'
import { botWithPages } from './questions/bot-with-pages.ts'
import { unbuiltReact } from './questions/unbuilt-react.ts'
import { servers } from './servers.ts'

/** Every detector, in the order of precedence: the first finding on a topic counts, and later detectors see the earlier findings. */
export const detectors: readonly Detector[] = [
  ...notApps,
  processes,
  ...node,
  ...servers,
  ...checks,
  environment,
  amplifyGen2,
  botWithPages,
  unbuiltReact,
]
