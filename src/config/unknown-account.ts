import type { AwsFacts } from '../model.ts'

/** An AWS account of which nothing was asked. */
export const unknownAccount: AwsFacts = {
  accountId: null,
  partition: 'aws',
  region: null,
  appRunnerCustomer: null,
  oidcProvider: null,
  oidcIssuers: null,
  connections: null,
  existing: null,
}
