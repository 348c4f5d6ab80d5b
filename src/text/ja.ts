import type { Texts } from './en.ts'
import { bootstrap } from './ja/bootstrap.ts'
import { ci } from './ja/ci.ts'
import { oidc } from './ja/oidc.ts'
import { pullRequest } from './ja/pull-request.ts'
import { removal } from './ja/removal.ts'

/** Every text that a person reads, in Japanese. */
export const ja: Texts = { bootstrap, ci, oidc, pullRequest, removal }
