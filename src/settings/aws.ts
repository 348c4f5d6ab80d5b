/** How the process gets into AWS, and what it tells of that. Everything else the SDK reads by itself. */
export interface AwsSettings {
  /**
   * Whose repositories the credentials of the process itself are for: logins in lower case, or better the numbers of the accounts on GitHub.
   * Everyone else needs a role in the configuration of their organisation.
   */
  readonly owners: readonly string[]
  /** A file that every request to AWS is added to as a line of JSON, without secrets; null: none. */
  readonly tracePath: string | null
  /** Where no configuration names a Region. */
  readonly region: string | null
  /** The token of an administrator by which Amplify connects repositories; null: none. */
  readonly amplifyToken: string | null
}

/** Reads them from the environment. */
export function readAwsSettings(env: Readonly<Record<string, string | undefined>>): AwsSettings {
  const owners = (env.SLIPWAY_AWS_OWNERS ?? '').split(',').map((owner) => owner.trim().toLowerCase())
  return {
    owners: owners.filter((owner) => owner !== ''),
    tracePath: env.SLIPWAY_AWS_TRACE || null,
    region: env.AWS_REGION || env.AWS_DEFAULT_REGION || null,
    amplifyToken: env.SLIPWAY_AMPLIFY_TOKEN || null,
  }
}
