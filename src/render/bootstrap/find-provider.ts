import { shellWord } from '../shell.ts'

/** A shell line that gives `create` the value `true` where the account has no OIDC provider for the issuer yet. The stack's own does not count: it is kept. */
export function findProvider(issuer: string): string {
  return `create=$(aws iam list-open-id-connect-providers --query ${shellWord(query(issuer))} --output text | tr TF tf)`
}

/** The same for an issuer that holds shell variables. */
export function findProviderOf(issuer: string): string {
  return `create=$(aws iam list-open-id-connect-providers --query "${query(issuer).replace(/[`"\\]/g, '\\$&')}" --output text | tr TF tf)`
}

function query(issuer: string): string {
  return `length(OpenIDConnectProviderList[?ends_with(Arn, \`"/${issuer}"\`)]) == \`0\``
}
