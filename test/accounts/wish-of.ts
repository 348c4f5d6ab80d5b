import { type Landscape, landscapeOf } from '../../src/accounts/landscape.ts'
import { proposeAccounts } from '../../src/accounts.ts'
import { readForm } from '../../src/config/accounts/form.ts'
import type { AccountsWish, Outcome } from '../../src/model.ts'
import { textsIn } from '../../src/text.ts'
import { type ContextParts, sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

/** What a form says; the form must be right. */
export function wishOf(form: string): AccountsWish {
  const read = readForm(form, textsIn('en'))
  if (!read?.ok) throw new Error(JSON.stringify(read))
  return read.wish
}

/** What is decided from a form. */
export function landscapeFor(form: string): Landscape {
  return landscapeOf(wishOf(form), { region: 'ap-northeast-1' })
}

/** What is proposed for a form, in a repository of one server. */
export function proposedFor(form: string, parts: ContextParts = {}): Extract<Outcome, { kind: 'proposal' }> {
  const given = { form: { wish: wishOf(form), where: 'issue' }, format: null } as const
  const outcome = proposeAccounts(treeOfFolder('test/repos/go'), sampleContext(parts), given)
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  return outcome
}

/** A startup with one product. */
export const startup = `environments: staging, production
products: shop
existing: 123456789012
email: aws@example.co.jp
region: ap-northeast-1
networks: existing 172.31.0.0/16
stores:
- orders postgresql in shop
- uploads s3 in shop
- sessions redis in shop`

/** Two products; one uses the API of the other. */
export const sharedApi = `environments: dev, staging, production
products: shop, auth
region: ap-northeast-1
images: shared
shop -> auth 443
stores:
- users aurora-mysql in auth
- carts dynamodb in shop
- people cognito in auth`

/** Many that talk to many, and one that kept the range of another. */
export const manyToMany = `environments: staging, production
products: shop, billing, crm, search, legacy
existing: 012345678901
region: ap-northeast-1
shop <-> billing 8080
billing <-> crm 8080
shop <-> crm 8080, 9090
shop -> search 9200
crm <-> legacy 443
networks:
- shop 10.0.0.0/16
- legacy 10.0.0.0/16
- existing 10.200.0.0/16
stores:
- ledger postgresql in billing`
