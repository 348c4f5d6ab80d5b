import type { Flag } from './flag.ts'
import { ci } from './flags/ci.ts'
import { dryRun } from './flags/dry-run.ts'
import { environment } from './flags/environment.ts'
import { format } from './flags/format.ts'
import { lang } from './flags/lang.ts'
import { path } from './flags/path.ts'
import { region } from './flags/region.ts'
import { remove } from './flags/remove.ts'
import { target } from './flags/target.ts'
import { yes } from './flags/yes.ts'

/** Every flag, in the order of the help text. */
export const flags: readonly Flag[] = [target, path, ci, region, environment, format, dryRun, remove, yes, lang]
