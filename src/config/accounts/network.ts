import type { NetworkWish } from '../../model.ts'
import type { Say } from '../../text.ts'
import { type CidrFault, cidrFault } from './cidr.ts'
import { nameAt } from './name.ts'
import { misunderstood, type PhraseRead, phrase, understood, wordsOf } from './phrase.ts'

/** The name by which the account that is left stands among the products. */
export const existingName = 'existing'

/** `shop 10.0.0.0/16`, `shop production 10.0.0.0/16`, `existing 172.31.0.0/16`. */
export function readNetwork(text: string): PhraseRead<NetworkWish> {
  const words = wordsOf(text)
  const cidr = words.at(-1)
  const product = nameAt(words[0], 0)
  if (!product.ok) return product
  if (cidr === undefined || words.length < 2)
    return misunderstood(({ accountsForm }) => accountsForm.cidr.form, text.length)
  if (words.length > 3) return misunderstood(({ accountsForm }) => accountsForm.network, words[3]?.at ?? 0)
  const environment = words.length === 3 ? nameAt(words[1], 0) : null
  if (environment !== null && !environment.ok) return environment
  const fault = cidrFault(cidr.text, product.value === existingName ? 28 : 24)
  if (fault !== null) return misunderstood(sayOf(fault), cidr.at)
  return understood({ product: product.value, environment: environment?.value ?? null, cidr: cidr.text })
}

function sayOf(fault: CidrFault): Say {
  if (fault.kind === 'host') return ({ accountsForm }) => accountsForm.cidr.host(fault.fixed)
  const { kind } = fault
  return ({ accountsForm }) => accountsForm.cidr[kind]
}

export const network = phrase<NetworkWish>(
  { examples: ['shop 10.0.0.0/16', 'shop production 10.1.0.0/16', 'existing 172.31.0.0/16'] },
  readNetwork,
)
