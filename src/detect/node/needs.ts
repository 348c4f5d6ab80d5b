import type { Texts } from '../../text.ts'
import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import { installScripts } from './install-scripts.ts'
import type { Module } from './modules.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { serverOf } from './server.ts'

/** Databases, stores and programs that a server on Node expects, by the packages it depends on. */
export const nodeNeeds: Detector = {
  id: 'node-needs',
  stack: 'node',
  reads: ['package.json', 'schema.prisma'],
  find: (place, known) => {
    const project = nodeProject(place)
    const kind = first(known, 'kind')?.value ?? first(known, 'framework')?.value.kind
    if (!project || kind === undefined || kind === 'static') return []
    return [
      ...installScripts(project),
      ...stores(project),
      ...prisma(project),
      ...images(project),
      ...sockets(project),
      ...bun(project, known),
    ]
  },
}

const stored: readonly (readonly [string, readonly string[]])[] = [
  [
    'postgresql',
    [
      'pg',
      'postgres',
      'pg-promise',
      '@vercel/postgres',
      'slonik',
      'postgraphile',
      '@neondatabase/serverless',
      'pg-boss',
    ],
  ],
  ['mysql', ['mysql', 'mysql2', 'mariadb']],
  [
    'mongodb',
    ['mongodb', 'mongoose', '@typegoose/typegoose', 'connect-mongo', 'mongoist', 'monk', '@mikro-orm/mongodb'],
  ],
  [
    'redis',
    [
      'redis',
      'ioredis',
      'bull',
      'bullmq',
      'connect-redis',
      '@keyv/redis',
      'bee-queue',
      'kue',
      '@nestjs/bull',
      '@nestjs/bullmq',
    ],
  ],
  ['rabbitmq', ['amqplib', 'amqp-connection-manager', 'rascal', 'amqp']],
  ['kafka', ['kafkajs', 'node-rdkafka', '@confluentinc/kafka-javascript', 'kafka-node']],
  ['nats', ['nats', '@nats-io/transport-node']],
  ['elasticsearch', ['@elastic/elasticsearch', 'elasticsearch', '@opensearch-project/opensearch']],
  ['memcached', ['memcached', 'memjs']],
  ['sql server', ['mssql', 'tedious']],
  ['cassandra', ['cassandra-driver']],
  ['neo4j', ['neo4j-driver']],
  ['clickhouse', ['@clickhouse/client', 'clickhouse']],
  ['dynamodb', ['@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb', 'dynamoose', 'dynamodb-toolbox', 'electrodb']],
  ['sqlite', ['sqlite3', 'better-sqlite3', 'sqlite', 'libsql', '@libsql/client']],
]

function stores({ manifest, place }: NodeProject): readonly Finding[] {
  return stored.flatMap(([need, packages]) => {
    const name = packages.find((one) => manifest.dependencies.has(one))
    return name === undefined
      ? []
      : [find('needs', need, place.proof('package.json', place.texts.seen.isDependency(name), `"${name}":`))]
  })
}

const providers: ReadonlyMap<string, string> = new Map([
  ['postgresql', 'postgresql'],
  ['postgres', 'postgresql'],
  ['mysql', 'mysql'],
  ['mongodb', 'mongodb'],
  ['sqlite', 'sqlite'],
  ['sqlserver', 'sql server'],
  ['cockroachdb', 'cockroachdb'],
])

function prisma({ place }: NodeProject): readonly Finding[] {
  const name = place.pick('prisma/schema.prisma', 'schema.prisma', 'src/prisma/schema.prisma', 'db/schema.prisma')
  if (name === undefined) return []
  const provider = /datasource\s+\w+\s*\{[^}]*?provider\s*=\s*"(\w+)"/.exec(place.text(name) ?? '')?.[1]
  const need = provider === undefined ? undefined : providers.get(provider)
  return need === undefined ? [] : [find('needs', need, place.proof(name, `provider = "${provider}"`, `"${provider}"`))]
}

const programs: readonly {
  readonly packages: readonly string[]
  readonly needs: string
  readonly program: keyof Texts['imageOnly']['programs']
}[] = [
  {
    packages: ['puppeteer', 'puppeteer-core', 'playwright', 'playwright-core', 'chrome-launcher', 'html-pdf-node'],
    needs: 'system package: chromium',
    program: 'chromium',
  },
  { packages: ['fluent-ffmpeg', '@ffmpeg-installer/ffmpeg'], needs: 'system package: ffmpeg', program: 'ffmpeg' },
  {
    packages: ['gm', 'imagemagick', 'graphicsmagick'],
    needs: 'system package: imagemagick',
    program: 'imagemagick',
  },
  { packages: ['wkhtmltopdf'], needs: 'system package: wkhtmltopdf', program: 'wkhtmltopdf' },
  { packages: ['libreoffice-convert'], needs: 'system package: libreoffice', program: 'libreoffice' },
  { packages: ['node-tesseract-ocr', 'tesseractocr'], needs: 'system package: tesseract-ocr', program: 'tesseract' },
]

/** Programs beside Node that no managed runtime has. */
function images({ manifest, place }: NodeProject): readonly Finding[] {
  const texts = place.texts.imageOnly
  return programs.flatMap(({ packages, needs, program }) => {
    const name = packages.find((one) => manifest.dependencies.has(one))
    if (name === undefined) return []
    const proof = place.proof('package.json', place.texts.seen.isDependency(name), `"${name}":`)
    return [find('needs', needs, proof), find('imageOnly', texts.needs(texts.programs[program]), proof)]
  })
}

const opensSockets =
  /new\s+(?:WebSocketServer|WebSocket\.Server|Server)\s*\(|socketio\s*\(|require\(['"]socket\.io['"]\)\s*\(|express-ws|@fastify\/websocket|@WebSocketGateway|upgradeWebSocket/

// App Runner passes no WebSocket upgrade: https://docs.aws.amazon.com/apprunner/latest/dg/develop.html (read 2026-11)
function sockets(project: NodeProject): readonly Finding[] {
  const { manifest, place } = project
  const name = ['socket.io', 'ws', '@nestjs/websockets', '@fastify/websocket', 'express-ws', 'uWebSockets.js'].find(
    (one) => manifest.dependencies.has(one),
  )
  const modules: readonly Module[] = name === undefined ? [] : (serverOf(project)?.modules ?? [])
  if (name === undefined || !modules.some(({ source }) => opensSockets.test(source))) return []
  const proof = place.proof('package.json', place.texts.seen.isDependency(name), `"${name}":`)
  return [find('needs', 'websockets', proof), find('imageOnly', place.texts.imageOnly.webSockets(null), proof)]
}

function bun({ place }: NodeProject, known: readonly Finding[]): readonly Finding[] {
  const start = first(known, 'start')
  const script = /^(?:bun run|npm|yarn|pnpm run) ?([\w:.-]+)/.exec(start?.value ?? '')?.[1]
  const line = script === undefined ? start?.value : nodeProject(place)?.manifest.scripts.get(script)
  if (
    !start ||
    !/(^|\s)bun(x|\s|$)/.test(line ?? '') ||
    (script !== undefined && /^bun(x)? (vite|next|astro)/.test(line ?? ''))
  )
    return []
  return [find('imageOnly', place.texts.imageOnly.runsOn('Bun'), start.proof[0])]
}
