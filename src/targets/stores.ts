import type { App } from '../model.ts'

/** How a store that an app's drivers speak to is called, and what runs it on AWS. */
const stores: Readonly<Record<string, readonly [name: string, onAws: string]>> = {
  postgresql: ['PostgreSQL', 'Amazon RDS'],
  mysql: ['MySQL', 'Amazon RDS'],
  sqlserver: ['SQL Server', 'Amazon RDS'],
  mongodb: ['MongoDB', 'MongoDB Atlas or Amazon DocumentDB'],
  redis: ['Redis', 'Amazon ElastiCache'],
  rabbitmq: ['RabbitMQ', 'Amazon MQ'],
  kafka: ['Kafka', 'Amazon MSK'],
  elasticsearch: ['Elasticsearch', 'Amazon OpenSearch Service'],
}

const reached = {
  ecs: 'Put it where the tasks can reach it (they run in the default VPC) and allow their security group.',
  apprunner: 'App Runner reaches a private one only through a VPC connector, which the template leaves to you.',
} as const

/**
 * What an app expects to be there and nothing here makes: databases hold data, so nobody should get one as a by-product of a pull request.
 * `where` is what runs the app.
 */
export function storeWarnings(app: App, where: keyof typeof reached): readonly string[] {
  const found = app.needs.flatMap((need) => (Object.hasOwn(stores, need) ? [stores[need] ?? []] : []))
  const names = found.map(([name]) => name).join(', ')
  const services = [...new Set(found.map(([, onAws]) => onAws))].join(', ')
  const expected =
    found.length === 0
      ? []
      : [
          `${app.name} expects ${names}, and none is created here: use ${services}, or what you have. ${reached[where]} Its address goes into the environment variables of the app.`,
        ]
  const file = app.needs.includes('sqlite')
    ? [
        `${app.name} has a driver for SQLite. A file in a container is gone with the next deployment, and every copy of the app has its own: in production use a database server.`,
      ]
    : []
  return [...expected, ...file]
}
