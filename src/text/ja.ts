import type { Texts } from './en.ts'
import { apps } from './ja/apps.ts'
import { bootstrap } from './ja/bootstrap.ts'
import { check } from './ja/check.ts'
import { choice } from './ja/choice.ts'
import { ci } from './ja/ci.ts'
import { connect } from './ja/connect.ts'
import { existing } from './ja/existing.ts'
import { files } from './ja/files.ts'
import { front } from './ja/front.ts'
import { oidc } from './ja/oidc.ts'
import { outcome } from './ja/outcome.ts'
import { packages } from './ja/packages.ts'
import { page } from './ja/page.ts'
import { providers } from './ja/providers.ts'
import { pullRequest } from './ja/pull-request.ts'
import { removal } from './ja/removal.ts'

/** Every text that a person reads, in Japanese. */
export const ja: Texts = {
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
