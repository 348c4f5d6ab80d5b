import { createPublicKey, verify } from 'node:crypto'
import { asFields, type Fields } from '../http/fields.ts'
import { Refusal } from '../http/refusal.ts'
import type { World } from '../world.ts'

const longest = 600
const skew = 60

/**
 * Checks the JWT of the app: RS256 by its key, `iat` not in the future, `exp` in the future and at most ten minutes
 * away, `iss` the app's id or client id. Refuses with 401 (or 404 for an unknown app) in GitHub's words.
 */
export function checkJwt(world: World, token: string): void {
  const [head = '', claims = '', signature = ''] = token.split('.')
  const header = decode(head)
  const key = createPublicKey(world.app.publicKey)
  const signed = Buffer.from(`${head}.${claims}`)
  if (header.alg !== 'RS256' || !verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))) undecodable()
  checkClaims(decode(claims), Math.floor(world.now() / 1000), [String(world.app.id), world.app.clientId])
}

function checkClaims(claims: Fields, now: number, issuers: readonly string[]): void {
  const { iat, exp, iss } = claims
  if (typeof iat !== 'number' || iat > now + skew) {
    throw unauthorized(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    )
  }
  if (typeof exp !== 'number' || exp <= now) {
    throw unauthorized(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    )
  }
  if (exp > now + longest + skew) throw unauthorized("'Expiration time' claim ('exp') is too far in the future")
  if (!issuers.includes(String(iss))) throw new Refusal(404, 'Integration not found')
}

function decode(part: string): Fields {
  try {
    return asFields(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')))
  } catch {
    return undecodable()
  }
}

function undecodable(): never {
  throw unauthorized('A JSON web token could not be decoded')
}

function unauthorized(message: string): Refusal {
  return new Refusal(401, message)
}
