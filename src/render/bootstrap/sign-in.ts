import type { Context, Delivery, Step } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { Data } from '../yaml.ts'
import { signInOfBitbucket } from './sign-in/bitbucket.ts'
import { signInOfCodePipeline } from './sign-in/codepipeline.ts'
import { signInOfGitLab } from './sign-in/gitlab.ts'
import { signInOfJenkins } from './sign-in/jenkins.ts'

/** How the jobs of a CI provider get the deploy role, as template and steps need it. */
export interface SignIn {
  /** The provider, for people. */
  readonly by: string
  /** The kind of sign-in in a few words: `by OIDC`. */
  readonly how: string
  /** A node of the diagram. */
  readonly signsIn: string
  readonly parameters: { readonly [key: string]: Data }
  /** The OIDC provider that the account needs; null: none. */
  readonly provider: {
    readonly url: Data
    readonly audience: Data
    readonly of: 'GitHub' | 'GitLab' | 'Bitbucket'
  } | null
  /** Trust policy of the deploy role. */
  readonly trust: Data
  /** Who can take the role, in sentences. */
  readonly why: readonly string[]
  /** Shell lines before the deployment of the template, and what they give to it: ` Name="$value"`. */
  readonly before: readonly string[]
  readonly overrides: string
  /** What a person must look up first; empty: nothing. */
  readonly lookUp: string
  /** What comes before the first bootstrap stack. */
  readonly first?: readonly Step[]
}

/** The sign-in of a provider other than GitHub Actions; `role` is which of the bootstrap's roles trusts it. */
export function providerSignIn(
  deliveries: readonly Delivery[],
  context: Context,
  role: 'deploy' | 'feature',
  texts: Texts,
): SignIn | null {
  switch (deliveries[0]?.provider) {
    case 'gitlab':
      return signInOfGitLab(context, role, texts.providers)
    case 'bitbucket':
      return signInOfBitbucket(deliveries, context, role, texts)
    case 'jenkins':
      return signInOfJenkins(texts.providers)
    case 'codepipeline':
      return signInOfCodePipeline(deliveries, context, role, texts.providers)
    default:
      return null
  }
}
