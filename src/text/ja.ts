import type { Texts } from './en.ts'
import { accounts } from './ja/accounts.ts'
import { accountsForm } from './ja/accounts-form.ts'
import { accountsPlan } from './ja/accounts-plan.ts'
import { accountsStores } from './ja/accounts-stores.ts'
import { amplify } from './ja/amplify.ts'
import { apprunner } from './ja/apprunner.ts'
import { apps } from './ja/apps.ts'
import { bootstrap } from './ja/bootstrap.ts'
import { cdk } from './ja/cdk.ts'
import { check } from './ja/check.ts'
import { choice } from './ja/choice.ts'
import { ci } from './ja/ci.ts'
import { cli } from './ja/cli.ts'
import { command } from './ja/command.ts'
import { config } from './ja/config.ts'
import { connect } from './ja/connect.ts'
import { doctor } from './ja/doctor.ts'
import { ecr } from './ja/ecr.ts'
import { existing } from './ja/existing.ts'
import { facts } from './ja/facts.ts'
import { files } from './ja/files.ts'
import { follow } from './ja/follow.ts'
import { front } from './ja/front.ts'
import { github } from './ja/github.ts'
import { imageOnly } from './ja/image-only.ts'
import { lambdaWeb } from './ja/lambda-web.ts'
import { local } from './ja/local.ts'
import { nextSteps } from './ja/next-steps.ts'
import { oidc } from './ja/oidc.ts'
import { others } from './ja/others.ts'
import { outcome } from './ja/outcome.ts'
import { ownSetup } from './ja/own-setup.ts'
import { packages } from './ja/packages.ts'
import { page } from './ja/page.ts'
import { providers } from './ja/providers.ts'
import { pullRequest } from './ja/pull-request.ts'
import { registration } from './ja/registration.ts'
import { removal } from './ja/removal.ts'
import { reply } from './ja/reply.ts'
import { sam } from './ja/sam.ts'
import { seen } from './ja/seen.ts'
import { status } from './ja/status.ts'
import { stores } from './ja/stores.ts'
import { survey } from './ja/survey.ts'
import { tree } from './ja/tree.ts'
import { upgrade } from './ja/upgrade.ts'
import { variables } from './ja/variables.ts'

/** Every text that a person reads, in Japanese. */
export const ja: Texts = {
  accounts,
  accountsForm,
  accountsPlan,
  accountsStores,
  amplify,
  apprunner,
  apps,
  bootstrap,
  cdk,
  check,
  choice,
  ci,
  cli,
  command,
  config,
  connect,
  doctor,
  ecr,
  existing,
  facts,
  files,
  follow,
  front,
  registration,
  ownSetup,
  github,
  imageOnly,
  lambdaWeb,
  local,
  nextSteps,
  oidc,
  others,
  outcome,
  packages,
  page,
  providers,
  pullRequest,
  removal,
  reply,
  sam,
  seen,
  status,
  stores,
  survey,
  tree,
  upgrade,
  variables,
}
