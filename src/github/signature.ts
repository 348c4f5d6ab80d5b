import { verifyWithFallback } from '@octokit/webhooks-methods'

/**
 * Whether GitHub signed this body with one of the secrets: the current one, or one from before a rotation.
 * `signature` is the header `x-hub-signature-256`; SHA-1 is not enough. Compared in constant time.
 */
export async function isSigned(
  body: string,
  signature: string,
  secret: string,
  previous: readonly string[],
): Promise<boolean> {
  if (body === '' || !/^sha256=[0-9a-f]{64}$/u.test(signature)) return false
  return verifyWithFallback(secret, body, signature, [...previous])
}
