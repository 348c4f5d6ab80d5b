import type { TargetId } from './app.ts'

/** App Runner's connection to a source provider. Only `AVAILABLE` can be built from; a person completes the handshake. */
export interface SourceConnection {
  readonly name: string
  readonly arn: string
  readonly provider: 'GITHUB' | 'BITBUCKET'
  readonly status: 'PENDING_HANDSHAKE' | 'AVAILABLE' | 'ERROR' | 'DELETED'
}

/** Something in the account that already delivers this repository, or belongs to its delivery. */
export interface ExistingResource {
  readonly target: TargetId
  readonly what: 'Amplify app' | 'App Runner service' | 'ECS Express service' | 'ECR repository'
  readonly name: string
  /** ARN, or the id of an Amplify app. */
  readonly id: string
  /** The app's folder, where that can be told. */
  readonly root: string | null
  readonly branch: string | null
  readonly url: string | null
}

/** What is known of the AWS account. Null: nothing was asked, AWS refused the question, or could not be reached; never "no". */
export interface AwsFacts {
  readonly accountId: string | null
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov'
  /** Where regional facts were looked for. */
  readonly region: string | null
  /** False: no service and no connection of App Runner is in the Region. */
  readonly appRunnerCustomer: boolean | null
  /** Whether GitHub Actions can sign in: there is an OIDC provider for github.com. */
  readonly oidcProvider: boolean | null
  /** Issuers that the account has an OIDC provider for, without `https://`. */
  readonly oidcIssuers: readonly string[] | null
  readonly connections: readonly SourceConnection[] | null
  readonly existing: readonly ExistingResource[] | null
}
