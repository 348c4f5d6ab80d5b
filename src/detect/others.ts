import type { OtherDetector } from './detector.ts'
import { byFile } from './others/by-file.ts'
import { textOnly } from './others/documents.ts'
import { byManifest } from './others/manifests.ts'
import { rootPackage } from './others/package.ts'

/** What a repository without an app is, the most telling sign first. */
export const otherDetectors: readonly OtherDetector[] = [textOnly, rootPackage, byFile, byManifest]
