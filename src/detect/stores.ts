import type { Detector } from './detector.ts'
import { all, type Finding, find, first } from './finding.ts'
import type { Place } from './place.ts'
import type { Stack } from './stack.ts'

interface Manifest {
  readonly stack: Stack
  readonly files: readonly string[]
  readonly stores: readonly (readonly [string, RegExp])[]
}

// Drivers and clients by the line that lists them. Node and Python have readers of their own.
const manifests: readonly Manifest[] = [
  {
    stack: 'ruby',
    files: ['Gemfile'],
    stores: [
      ['postgresql', /^\s*gem ["'](?:pg|sequel_pg|activerecord-postgis-adapter)["']/m],
      ['mysql', /^\s*gem ["'](?:mysql2|trilogy)["']/m],
      ['sqlite', /^\s*gem ["']sqlite3["'](?!.*(?:development|test))/m],
      ['mongodb', /^\s*gem ["'](?:mongoid|mongo)["']/m],
      ['redis', /^\s*gem ["'](?:redis|sidekiq|resque|redis-rails|hiredis)["']/m],
      ['elasticsearch', /^\s*gem ["'](?:elasticsearch\S*|searchkick)["']/m],
    ],
  },
  {
    stack: 'go',
    files: ['go.mod'],
    stores: [
      [
        'postgresql',
        /(?:lib\/pq|jackc\/pgx|gorm\.io\/driver\/postgres|uptrace\/bun\/driver\/pgdriver)\S* v(?!.*indirect)/,
      ],
      ['mysql', /(?:go-sql-driver\/mysql|gorm\.io\/driver\/mysql) v(?!.*indirect)/],
      ['sqlite', /(?:mattn\/go-sqlite3|gorm\.io\/driver\/sqlite|modernc\.org\/sqlite) v(?!.*indirect)/],
      ['mongodb', /go\.mongodb\.org\/mongo-driver\S* v(?!.*indirect)/],
      ['redis', /(?:redis\/go-redis|go-redis\/redis|gomodule\/redigo|redis\/rueidis)\S* v(?!.*indirect)/],
      ['rabbitmq', /(?:rabbitmq\/amqp091-go|streadway\/amqp) v(?!.*indirect)/],
      ['kafka', /(?:segmentio\/kafka-go|IBM\/sarama|confluent-kafka-go|twmb\/franz-go)\S* v(?!.*indirect)/],
    ],
  },
  {
    stack: 'java',
    files: ['pom.xml', 'build.gradle', 'build.gradle.kts'],
    stores: [
      ['postgresql', /[>:"']postgresql[<:"']|r2dbc-postgresql|quarkus-jdbc-postgresql/],
      ['mysql', /mysql-connector|mariadb-java-client|quarkus-jdbc-mysql/],
      ['mongodb', /data-mongodb|mongodb-driver|quarkus-mongodb/],
      ['redis', /data-redis|[>:"']jedis[<:"']|lettuce-core|redisson|quarkus-redis/],
      ['rabbitmq', /starter-amqp|amqp-client|spring-rabbit/],
      ['kafka', /spring-kafka|kafka-clients|quarkus-kafka/],
      ['elasticsearch', /data-elasticsearch|elasticsearch-java/],
      ['sqlserver', /mssql-jdbc/],
    ],
  },
  {
    stack: 'php',
    files: ['composer.json', '.env.example'],
    stores: [
      ['postgresql', /"ext-pdo_pgsql"|"ext-pgsql"|^DB_CONNECTION=pgsql|^DATABASE_URL=["']?postgres/m],
      ['mysql', /"ext-pdo_mysql"|"ext-mysqli"|^DB_CONNECTION=(?:mysql|mariadb)|^DATABASE_URL=["']?mysql/m],
      ['sqlite', /^DB_CONNECTION=sqlite/m],
      ['mongodb', /"(?:mongodb\/mongodb|mongodb\/laravel-mongodb|jenssegers\/mongodb)"/],
      [
        'redis',
        /"predis\/predis"|"ext-redis"|"laravel\/horizon"|^(?:CACHE_STORE|CACHE_DRIVER|QUEUE_CONNECTION|SESSION_DRIVER)=redis/m,
      ],
    ],
  },
  {
    stack: 'dotnet',
    files: ['*.csproj', '*.fsproj'],
    stores: [
      ['postgresql', /Include="Npgsql/],
      ['mysql', /Include="(?:Pomelo\.EntityFrameworkCore\.MySql|MySql|MySqlConnector)/],
      [
        'sqlserver',
        /Include="(?:Microsoft\.EntityFrameworkCore\.SqlServer|Microsoft\.Data\.SqlClient|System\.Data\.SqlClient)/,
      ],
      ['sqlite', /Include="Microsoft\.(?:EntityFrameworkCore|Data)\.Sqlite/],
      ['mongodb', /Include="MongoDB\.Driver/],
      ['redis', /Include="(?:StackExchange\.Redis|Microsoft\.Extensions\.Caching\.StackExchangeRedis)/],
      ['rabbitmq', /Include="(?:RabbitMQ\.Client|MassTransit\.RabbitMQ)/],
    ],
  },
  {
    stack: 'rust',
    files: ['Cargo.toml'],
    stores: [
      ['postgresql', /^(?:sqlx|diesel|sea-orm|diesel-async)\b.*postgres|^(?:tokio-postgres|deadpool-postgres)\b/m],
      ['mysql', /^(?:sqlx|diesel|sea-orm)\b.*mysql/m],
      ['sqlite', /^(?:sqlx|diesel|sea-orm)\b.*sqlite|^rusqlite\b/m],
      ['mongodb', /^mongodb\b/m],
      ['redis', /^(?:redis|deadpool-redis|fred)\b/m],
    ],
  },
  {
    stack: 'elixir',
    files: ['mix.exs'],
    stores: [
      ['postgresql', /\{:postgrex,/],
      ['mysql', /\{:(?:myxql|mariaex),/],
      ['sqlite', /\{:ecto_sqlite3,/],
      ['redis', /\{:(?:redix|exq),/],
      ['mongodb', /\{:mongodb(?:_driver)?,/],
    ],
  },
  {
    stack: 'deno',
    files: ['deno.json', 'deno.jsonc'],
    stores: [
      ['postgresql', /npm:(?:pg|postgres)[@"/]|deno\.land\/x\/postgres|jsr:@db\/postgres/],
      ['mysql', /npm:mysql2|deno\.land\/x\/mysql/],
      ['mongodb', /npm:mongo(?:db|ose)|deno\.land\/x\/mongo/],
      ['redis', /npm:(?:io)?redis|deno\.land\/x\/redis/],
    ],
  },
]

/** Databases, stores and brokers that a program expects, by the drivers that its manifest lists. */
export const stores: Detector = {
  id: 'stores',
  reads: ['.env.example'],
  find: (place, known) =>
    manifests.flatMap((manifest) => {
      const mine = known.filter(({ stack }) => stack === manifest.stack)
      const kind =
        first(mine, 'kind')?.value ??
        first(mine, 'framework')?.value.kind ??
        (all(mine, 'worker').length > 0 ? 'worker' : null)
      return kind === null || kind === 'static' ? [] : needsIn(place, manifest)
    }),
}

function needsIn(place: Place, { stack, files, stores }: Manifest): readonly Finding[] {
  const there = files.flatMap((name) =>
    name.startsWith('*') ? [...place.folder.files].filter((file) => file.endsWith(name.slice(1))) : [name],
  )
  return stores.flatMap(([need, pattern]): readonly Finding[] => {
    const file = there.find((name) => pattern.test(place.text(name) ?? ''))
    if (file === undefined) return []
    const says = pattern.exec(place.text(file) ?? '')?.[0].trim() ?? need
    return [{ ...find('needs', need, place.proof(file, says, pattern)), stack }]
  })
}
