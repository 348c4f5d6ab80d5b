import { accounts } from './en/accounts.ts'
import { accountsForm } from './en/accounts-form.ts'
import { accountsPlan } from './en/accounts-plan.ts'
import { accountsStores } from './en/accounts-stores.ts'
import { amplify } from './en/amplify.ts'
import { apprunner } from './en/apprunner.ts'
import { apps } from './en/apps.ts'
import { bootstrap } from './en/bootstrap.ts'
import { cdk } from './en/cdk.ts'
import { check } from './en/check.ts'
import { choice } from './en/choice.ts'
import { ci } from './en/ci.ts'
import { cli } from './en/cli.ts'
import { command } from './en/command.ts'
import { config } from './en/config.ts'
import { connect } from './en/connect.ts'
import { doctor } from './en/doctor.ts'
import { ecr } from './en/ecr.ts'
import { existing } from './en/existing.ts'
import { facts } from './en/facts.ts'
import { files } from './en/files.ts'
import { follow } from './en/follow.ts'
import { front } from './en/front.ts'
import { github } from './en/github.ts'
import { imageOnly } from './en/image-only.ts'
import { lambdaWeb } from './en/lambda-web.ts'
import { local } from './en/local.ts'
import { nextSteps } from './en/next-steps.ts'
import { oidc } from './en/oidc.ts'
import { others } from './en/others.ts'
import { outcome } from './en/outcome.ts'
import { ownSetup } from './en/own-setup.ts'
import { packages } from './en/packages.ts'
import { page } from './en/page.ts'
import { providers } from './en/providers.ts'
import { pullRequest } from './en/pull-request.ts'
import { registration } from './en/registration.ts'
import { removal } from './en/removal.ts'
import { reply } from './en/reply.ts'
import { sam } from './en/sam.ts'
import { seen } from './en/seen.ts'
import { status } from './en/status.ts'
import { stores } from './en/stores.ts'
import { survey } from './en/survey.ts'
import { tree } from './en/tree.ts'
import { upgrade } from './en/upgrade.ts'
import { variables } from './en/variables.ts'

/** Every text that a person reads, in English. */
export const en = {
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

/** The form of every catalogue: a text that is missing in a language, or too many, fails the type check. */
export type Texts = typeof en
