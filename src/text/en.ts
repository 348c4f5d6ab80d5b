import { apps } from './en/apps.ts'
import { bootstrap } from './en/bootstrap.ts'
import { check } from './en/check.ts'
import { choice } from './en/choice.ts'
import { ci } from './en/ci.ts'
import { connect } from './en/connect.ts'
import { existing } from './en/existing.ts'
import { files } from './en/files.ts'
import { front } from './en/front.ts'
import { oidc } from './en/oidc.ts'
import { outcome } from './en/outcome.ts'
import { packages } from './en/packages.ts'
import { page } from './en/page.ts'
import { providers } from './en/providers.ts'
import { pullRequest } from './en/pull-request.ts'
import { removal } from './en/removal.ts'

/** Every text that a person reads, in English. */
export const en = {
  apps,
  bootstrap,
  check,
  choice,
  ci,
  connect,
  existing,
  files,
  front,
  oidc,
  outcome,
  packages,
  page,
  providers,
  pullRequest,
  removal,
}

/** The form of every catalogue: a text that is missing in a language, or too many, fails the type check. */
export type Texts = typeof en
