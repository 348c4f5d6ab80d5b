import { bootstrap } from './en/bootstrap.ts'
import { ci } from './en/ci.ts'
import { oidc } from './en/oidc.ts'
import { pullRequest } from './en/pull-request.ts'
import { removal } from './en/removal.ts'

/** Every text that a person reads, in English. */
export const en = { bootstrap, ci, oidc, pullRequest, removal }

/** The form of every catalogue: a text that is missing in a language, or too many, fails the type check. */
export type Texts = typeof en
