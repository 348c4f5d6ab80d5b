import type { RepositoryFacts, Some } from '../model.ts'
import { type Texts, textsIn } from '../text.ts'
import { customSubjects } from './oidc/claims.ts'
import { issuerHost, repositorySegments } from './oidc/repository.ts'

/** Which runs the role trusts. */
export interface TrustedRuns {
  /** The GitHub environment that the deploying job names; it replaces the branch in the subject. Null: the job names none. */
  readonly environment: string | null
  /** The branch that the job runs for. */
  readonly branch: string
  /** The workflow files that ask for the role, for repositories whose subject names the workflow. */
  readonly workflows: readonly { readonly name: string; readonly path: string }[]
}

/** What the trust policy must compare, or why it cannot be told. */
export type Trust =
  | {
      readonly ok: true
      /** Host and path of the issuer, as IAM names the provider and its condition keys: `token.actions.githubusercontent.com`. */
      readonly issuer: string
      /**
       * Exact values of `sub`. Where `parameters` is not empty they hold `${NAME}` for `Fn::Sub`, and any other `${` is written `${!`.
       */
      readonly subjects: Some<string>
      readonly parameters: readonly SubjectParameter[]
      readonly form: 'name' | 'immutable' | 'both' | 'custom'
      readonly because: string
      readonly notes: readonly string[]
    }
  | { readonly ok: false; readonly because: string }

/** A part of the subject that is not known here and comes in as a template parameter. */
export type SubjectParameter = 'GitHubOwner' | 'GitHubRepository' | 'GitHubOwnerId' | 'GitHubRepositoryId'

/**
 * The exact OIDC subjects of this repository's runs. Pure; nothing is guessed: what GitHub does not tell becomes both forms or a parameter,
 * and an unknown claim key gives `ok: false` with what to do.
 * The reasons are in English, as files want them, unless other texts are given.
 * Sources (2026-11): https://docs.github.com/en/actions/reference/security/oidc,
 * https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
 */
export function trustFor(repository: RepositoryFacts, runs: TrustedRuns, texts: Texts = textsIn('en')): Trust {
  const { segments, form, because, notes } = repositorySegments(repository, texts)
  const subject = repository.subject
  const keys = subject.known && !subject.useDefault ? subject.claimKeys : ['repo', 'context']
  const custom = keys.join() !== 'repo,context'
  const parts = customSubjects(keys, segments, { repository, runs, texts })
  if (!parts.ok) return parts
  return {
    ok: true,
    issuer: issuerHost(repository),
    subjects: parts.subjects,
    parameters: [...new Set(segments.flatMap((segment) => segment.parameters))],
    form: custom ? 'custom' : form,
    because: custom ? texts.oidc.customised(keys.join(', '), because) : because,
    notes: subject.known ? notes : [...notes, texts.oidc.unread(subject.why)],
  }
}
