import type { StoreKind } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { Store } from '../landscape.ts'
import { moveCommands, moveLinks } from './move-commands.ts'
import { type Ground, type Phase, step } from './phase.ts'

/** The data of production: last, one store after the other, each with its own window and way back. */
export function data(ground: Ground): Phase {
  const { landscape, texts } = ground
  const { data: say } = texts.accountsPlan
  const stores = landscape.stores.filter(({ production }) => production)
  return {
    title: say.title(landscape.production),
    impact: say.impact,
    steps: [
      step(say.first),
      stores.length === 0 ? step(say.none) : step(`${say.one}\n\n${storeSteps(stores, ground)}`),
    ],
    check: step(say.checkAll),
    rollback: step(say.rollbackAll),
  }
}

/** How each of these stores is moved, as Markdown. */
export function storeSteps(stores: readonly Store[], ground: Ground): string {
  return stores.map((store) => aboutStore(store, ground)).join('\n\n')
}

/** Which text tells about a kind. */
const family = {
  postgresql: 'rds',
  mysql: 'rds',
  mariadb: 'rds',
  sqlserver: 'rds',
  oracle: 'rds',
  'aurora-postgresql': 'aurora',
  'aurora-mysql': 'aurora',
  documentdb: 'documentdb',
  dynamodb: 'dynamodb',
  s3: 's3',
  efs: 'efs',
  redis: 'redis',
  opensearch: 'opensearch',
  cognito: 'cognito',
  secrets: 'secrets',
} as const satisfies Readonly<Record<StoreKind, keyof Texts['accountsStores']>>

/** The text about moving a kind of store, and its family. */
export function moveOf(kind: StoreKind, { accountsStores }: Texts) {
  return { family: family[kind], ...accountsStores[family[kind]] }
}

function aboutStore({ name, kind, account }: Store, { texts }: Ground): string {
  const { data: say } = texts.accountsPlan
  const move = moveOf(kind, texts)
  const commands = moveCommands(move.family, name, account)
  return [
    `#### ${say.store(name, texts.accountsStores.names[kind], account)}`,
    '',
    `- **${say.how}** ${move.how} [${texts.pullRequest.source}](${moveLinks[move.family]})`,
    `- **${say.downtime}** ${move.downtime}`,
    '',
    ...move.steps.map((line, index) => `${index + 1}. ${line}`),
    '',
    ...(commands === null ? [] : ['```sh', commands, '```', '']),
    `- **${say.check}** ${move.check}`,
    `- **${say.rollback}** ${move.rollback}`,
  ].join('\n')
}
