import type { Context } from '../../../model.ts'
import type { Texts } from '../../../text.ts'
import { findProvider } from '../find-provider.ts'
import type { SignIn } from '../sign-in.ts'
import { subjectOverrides, trustParameters } from '../subject-parameters.ts'
import { type Trusted, trustPolicy } from '../trust.ts'

/** Runs of GitHub Actions, by the exact subjects of their tokens. */
export function signInOfGitHub(trusted: Trusted, context: Context, texts: Texts): SignIn {
  const { because, notes } = trusted.ofStages[0].trust
  return {
    by: 'GitHub Actions',
    how: 'by OIDC',
    signsIn: texts.bootstrap.signsIn,
    parameters: trustParameters(trusted),
    provider: { url: `https://${trusted.issuer}`, audience: trusted.audience, of: 'GitHub' },
    trust: trustPolicy(trusted),
    why: [because, ...notes],
    before: [findProvider(trusted.issuer)],
    overrides: ` CreateOidcProvider="$create"${subjectOverrides(trusted, context)}`,
    lookUp: '',
  }
}
