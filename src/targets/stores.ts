import type { App } from '../model.ts'
import type { Texts } from '../text.ts'

/** How a store that an app's drivers speak to is called, and what runs it on AWS; null: more than one thing can. */
const stores: Readonly<Record<string, readonly [name: string, onAws: string | null]>> = {
  postgresql: ['PostgreSQL', 'Amazon RDS'],
  mysql: ['MySQL', 'Amazon RDS'],
  sqlserver: ['SQL Server', 'Amazon RDS'],
  mongodb: ['MongoDB', null],
  redis: ['Redis', 'Amazon ElastiCache'],
  rabbitmq: ['RabbitMQ', 'Amazon MQ'],
  kafka: ['Kafka', 'Amazon MSK'],
  elasticsearch: ['Elasticsearch', 'Amazon OpenSearch Service'],
}

/**
 * What an app expects to be there and nothing here makes: databases hold data, so nobody should get one as a by-product of a pull request.
 * `where` is what runs the app.
 */
export function storeWarnings(app: App, where: 'ecs' | 'apprunner', { stores: texts }: Texts): readonly string[] {
  const found = app.needs.flatMap((need) => {
    const store = Object.hasOwn(stores, need) ? stores[need] : undefined
    return store ? [store] : []
  })
  const names = texts.list(found.map(([name]) => name))
  const services = texts.list([...new Set(found.map(([, onAws]) => onAws ?? texts.or))])
  const expected = found.length === 0 ? [] : [texts.expected(app.name, names, services, texts[where])]
  const file = app.needs.includes('sqlite') ? [texts.sqlite(app.name)] : []
  return [...expected, ...file]
}
