import { type Actor, accountOf } from '../access/actor.ts'
import { type Commit, type Signature, STAND_IN_SIGNATURE } from '../git/commit.ts'
import { asFields, type Fields, optionalText, text } from '../http/fields.ts'
import { unprocessable } from '../http/refusal.ts'
import { emailOf } from '../shapes/commit.ts'
import type { World } from '../world.ts'

/** Who a commit is by. An app's commit without an author of its own is GitHub's, and signed by it. */
export function signaturesOf(
  world: World,
  actor: Actor,
  fields: Fields,
): Pick<Commit, 'author' | 'committer' | 'signature'> {
  const account = accountOf(world, actor)
  const self = { name: account.login, email: emailOf(account), date: world.time() }
  const own = fields.author === undefined && fields.committer === undefined && fields.signature === undefined
  if (own && actor.kind === 'installation') {
    const committer = { name: 'GitHub', email: 'noreply@github.com', date: world.time() }
    return { author: self, committer, signature: STAND_IN_SIGNATURE }
  }
  const author = fields.author === undefined ? self : personOf(asFields(fields.author), self)
  const committer = fields.committer === undefined ? author : personOf(asFields(fields.committer), author)
  return { author, committer, signature: optionalText(fields, 'signature') }
}

function personOf(fields: Fields, otherwise: Signature): Signature {
  const date = optionalText(fields, 'date')
  const time = date === null ? Date.parse(otherwise.date) : Date.parse(date)
  if (Number.isNaN(time)) throw unprocessable("Invalid request.\n\nFor 'properties/date', the date is not valid.")
  const iso = new Date(time).toISOString().replace(/\.\d+Z/, 'Z')
  return { name: text(fields, 'name'), email: text(fields, 'email'), date: iso }
}
