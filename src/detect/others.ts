import type { OtherDetector } from './detector.ts'

/** What a repository without an app may be; the first that says so counts. */
export const otherDetectors: readonly OtherDetector[] = []
