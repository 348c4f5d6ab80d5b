import { UserError } from '../../../errors.ts'
import type { Data } from '../../yaml.ts'

/** A job of GitLab CI, as far as it is used here: https://docs.gitlab.com/ci/yaml/ (2026-11). */
export interface GitLabJob {
  readonly stage: string
  readonly extends?: string
  readonly image?: string
  readonly services?: readonly Data[]
  readonly variables?: Readonly<Record<string, string>>
  readonly needs?: readonly string[]
  readonly rules: readonly {
    readonly if: string
    readonly changes?: readonly string[]
    readonly when?: 'manual'
    readonly allow_failure?: boolean
  }[]
  readonly environment?: {
    readonly name: string
    readonly action?: 'stop'
    readonly on_stop?: string
    readonly auto_stop_in?: string
  }
  readonly resource_group?: string
  readonly id_tokens?: Readonly<Record<string, { readonly aud: string }>>
  readonly interruptible?: boolean
  readonly timeout?: string
  readonly before_script?: readonly string[]
  readonly script: readonly string[]
  readonly artifacts?: { readonly paths: readonly string[]; readonly expire_in: string }
}

/** A rule's condition for one branch. A name with both kinds of quote cannot be written. */
export function rule(branch: string): string {
  const quote = branch.includes('"') ? "'" : '"'
  if (branch.includes(quote)) {
    throw new UserError(({ providers }) => providers.branchQuotes)
  }
  return `$CI_COMMIT_BRANCH == ${quote}${branch}${quote}`
}
