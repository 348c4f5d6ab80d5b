import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

export interface KeyPair {
  /** PEM, PKCS #8. */
  readonly privateKey: string
  readonly publicKey: string
}

let made: Promise<KeyPair> | null = null

/** A fresh RSA key, made once per process: 2048 bits take a tenth of a second. */
export function appKey(): Promise<KeyPair> {
  made ??= otherKey()
  return made
}

/** A key of nobody. */
export function otherKey(): Promise<KeyPair> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}
