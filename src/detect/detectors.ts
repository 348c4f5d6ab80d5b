import type { Detector } from './detector.ts'
import { webApp } from './frameworks/web-app.ts'
import { nodeInstall } from './node/install.ts'
import { nodeLanguage } from './node/language.ts'

/** Every detector, in the order of precedence: the first finding on a topic counts, and later detectors see the earlier findings. */
export const detectors: readonly Detector[] = [webApp, nodeLanguage, nodeInstall]
