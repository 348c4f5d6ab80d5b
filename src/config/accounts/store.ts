import { nearest } from '../../command/nearest.ts'
import type { StoreKind, StoreWish } from '../../model.ts'
import { nameAt, shown } from './name.ts'
import { misunderstood, type PhraseRead, type PhraseWord, phrase, understood, wordsOf } from './phrase.ts'

export const storeKinds: readonly StoreKind[] = [
  'postgresql',
  'mysql',
  'mariadb',
  'sqlserver',
  'oracle',
  'aurora-postgresql',
  'aurora-mysql',
  'documentdb',
  'dynamodb',
  's3',
  'efs',
  'redis',
  'opensearch',
  'cognito',
  'secrets',
]

/** What people call them, besides. */
const alsoCalled: Readonly<Record<string, StoreKind>> = {
  postgres: 'postgresql',
  aurora: 'aurora-postgresql',
  mssql: 'sqlserver',
  mongodb: 'documentdb',
  valkey: 'redis',
  elasticache: 'redis',
  elasticsearch: 'opensearch',
  bucket: 's3',
}

/** The kind of store by any of its names, or null. */
export function storeKind(text: string): StoreKind | null {
  const word = text.toLowerCase()
  return (
    storeKinds.find((kind) => kind === word) ?? (Object.hasOwn(alsoCalled, word) ? (alsoCalled[word] ?? null) : null)
  )
}

/** `orders postgresql`, `orders postgresql in shop`, `orders postgresql in shop production`. */
export function readStore(text: string): PhraseRead<StoreWish> {
  const [first, second, ...rest] = wordsOf(text)
  const name = nameAt(first, 0)
  if (!name.ok) return name
  const kind = second === undefined ? null : storeKind(second.text)
  if (kind === null) return unknownKind(second, text.length)
  const [word, product, environment, extra] = rest
  if (word === undefined) return understood({ name: name.value, kind, product: null, environment: null })
  if (word.text.toLowerCase() !== 'in' || extra !== undefined)
    return misunderstood(({ accountsForm }) => accountsForm.store, extra?.at ?? word.at)
  const ofProduct = nameAt(product, text.length)
  if (!ofProduct.ok) return ofProduct
  const inEnvironment = environment === undefined ? null : nameAt(environment, text.length)
  if (inEnvironment !== null && !inEnvironment.ok) return inEnvironment
  return understood({
    ...{ name: name.value, kind, product: ofProduct.value },
    environment: inEnvironment?.value ?? null,
  })
}

function unknownKind(word: PhraseWord | undefined, end: number): PhraseRead<never> {
  const near = word === undefined ? null : nearest(word.text.toLowerCase(), storeKinds)
  return misunderstood(
    ({ accountsForm }) => accountsForm.kind(word === undefined ? null : shown(word.text), near, storeKinds),
    word?.at ?? end,
  )
}

export const store = phrase<StoreWish>(
  { examples: ['orders postgresql in shop', 'uploads s3 in shop production'] },
  readStore,
)
