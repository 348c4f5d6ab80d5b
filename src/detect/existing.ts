import type { ExistingDetector } from './detector.ts'

/** Every delivery mechanism that is recognised, in the order in which they are named. */
export const existingDetectors: readonly ExistingDetector[] = []
