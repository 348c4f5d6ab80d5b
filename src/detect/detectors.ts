import type { Detector } from './detector.ts'
import { nodeInstall } from './node/install.ts'

/** Every detector, in the order of precedence: the first finding on a topic counts, and later detectors see the earlier findings. */
export const detectors: readonly Detector[] = [nodeInstall]
