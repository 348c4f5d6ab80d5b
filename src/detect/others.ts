import type { OtherDetector } from './detector.ts'
import { byTellingFile, byWeakFile } from './others/by-file.ts'
import { textOnly } from './others/documents.ts'
import { anyProgram, packageManifest } from './others/manifests.ts'
import { rootPackage } from './others/package.ts'

/** What a repository without an app is, the most telling sign first. */
export const otherDetectors: readonly OtherDetector[] = [
  textOnly,
  rootPackage,
  byTellingFile,
  packageManifest,
  byWeakFile,
  anyProgram,
]
