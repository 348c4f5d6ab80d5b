import { codenames } from '../node/node-releases.ts'
import type { Stack } from '../stack.ts'

/** What an image name tells of what runs in it. */
export interface Image {
  readonly stack: Stack | null
  /** `python`, `node` …, and the version in the tag: major, or major.minor where the language counts so; null without one. */
  readonly runtime: { readonly name: string; readonly version: string } | null
  /** It starts a server by itself, so that no CMD is needed. */
  readonly serves: boolean
  /** It is a store or a broker, and no program of this repository. */
  readonly store: boolean
  /** A Lambda base image: it answers no HTTP. */
  readonly lambda: boolean
  readonly arm64: boolean
}

interface Known {
  readonly names: RegExp
  readonly stack: Stack | null
  readonly runtime?: string
  readonly serves?: true
}

const known: readonly Known[] = [
  { names: /^tiangolo\/(?:uvicorn|meinheld|uwsgi|nginx|gunicorn)/, stack: 'python', runtime: 'python', serves: true },
  { names: /(?:^|\/)(?:python|pypy|uv|poetry|miniconda3|micromamba|anaconda3)$/, stack: 'python', runtime: 'python' },
  { names: /(?:^|\/)(?:node|nodejs\d*(?:-debian\d+)?|nodejs-\d+)$|(?:^|\/)bun$/, stack: 'node', runtime: 'node' },
  { names: /(?:^|\/)(?:golang|go)$/, stack: 'go', runtime: 'go' },
  { names: /(?:^|\/)(?:ruby|rails|jruby)$/, stack: 'ruby', runtime: 'ruby' },
  {
    names:
      /(?:^|\/)(?:php-nginx|frankenphp|php-fpm-nginx|nginx-php-fpm|php-apache|wordpress)$|^webdevops\/php-|^serversideup\/php/,
    stack: 'php',
    runtime: 'php',
    serves: true,
  },
  { names: /(?:^|\/)(?:php|composer)$/, stack: 'php', runtime: 'php' },
  { names: /(?:^|\/)(?:tomcat|jetty|wildfly|payara)$/, stack: 'java', serves: true },
  {
    names:
      /(?:^|\/)(?:openjdk|eclipse-temurin|amazoncorretto|maven|gradle|liberica[\w-]*|zulu-openjdk[\w-]*|java\d*(?:-debian\d+)?|ibm-semeru-runtimes|adoptopenjdk|sapmachine|openjdk-\d+)$/,
    stack: 'java',
    runtime: 'java',
  },
  { names: /(?:^|\/)dotnet(?:\/core)?\/(?:aspnet|sdk|runtime|runtime-deps)$/, stack: 'dotnet', runtime: 'dotnet' },
  { names: /(?:^|\/)(?:rust|cargo-chef|rust-musl-builder)$/, stack: 'rust', runtime: 'rust' },
  { names: /(?:^|\/)(?:elixir|phoenix|erlang)$/, stack: 'elixir', runtime: 'elixir' },
  { names: /(?:^|\/)deno$/, stack: 'deno', runtime: 'deno' },
  {
    names: /(?:^|\/)(?:nginx|nginx-unprivileged|httpd|caddy|static-web-server|busybox-httpd)$/,
    stack: null,
    serves: true,
  },
]

const stores =
  /(?:^|\/)(?:postgres|postgis|postgresql|timescaledb|pgvector|mysql|mariadb|mongo|mongodb|redis|valkey|redis-stack|rabbitmq|memcached|elasticsearch|opensearch|kafka|zookeeper|nats|minio|influxdb|clickhouse-server|neo4j|cassandra|couchdb|qdrant|weaviate|milvus|crate|grafana|prometheus|keycloak|vault|localstack|mailhog|mailpit|traefik|selenium|playwright|dynamodb-local|mssql\/server|dpage\/pgadmin4|phpmyadmin|adminer|windmill|n8n|metabase|jenkins|sonarqube|kibana|logstash|haproxy|envoy)$/

const twoParts: ReadonlySet<string> = new Set(['python', 'go', 'ruby', 'php', 'rust', 'elixir'])

/** What an image is. Input: `python:3.11-slim`, `public.ecr.aws/docker/library/node:22`, with or without tag and digest. */
export function imageOf(base: string): Image {
  const [, name = '', tag = ''] =
    /^(?:[\w.-]+\.[\w.-]+(?::\d+)?\/|localhost(?::\d+)?\/)?([^:@]+)(?::([^@]+))?/.exec(base) ?? []
  const found = known.find(({ names }) => names.test(name))
  return {
    stack: found?.stack ?? null,
    runtime: found?.runtime ? versionIn(found.runtime, name, tag) : null,
    serves: (found?.serves ?? false) || (found?.stack === 'php' && /apache|fpm/.test(tag)),
    store: stores.test(name),
    lambda: /(?:^|\/)lambda\//.test(name) || /^amazon\/aws-lambda-/.test(name),
    arm64: /(?:^|\/)arm64v8\//.test(name) || /(?:^|[-.])(?:arm64|aarch64)(?:v8)?$/.test(tag),
  }
}

// Images of other tools, whose tag is a version of the tool.
const tools = /uv$|poetry$|conda|mamba|bun$|cargo-chef|composer$/
const javaTools = /maven|gradle/

function versionIn(runtime: string, name: string, tag: string): Image['runtime'] {
  const named = numberIn(runtime, name, tag)
  const line = runtime === 'node' ? codenames.get(/^[a-z]+/.exec(tag)?.[0] ?? '') : undefined
  if (named === undefined) return line === undefined ? null : { name: runtime, version: String(line) }
  const [major = '', minor] = named.split('.')
  const java8 = runtime === 'java' && major === '1' && minor !== undefined
  const version = java8 ? minor : twoParts.has(runtime) && minor !== undefined ? `${major}.${minor}` : major
  return { name: runtime, version: runtime === 'deno' ? named : version }
}

/** Of `maven:3.9-eclipse-temurin-21`, `gradle:8-jdk17` and `uv:python3.12-alpine` the number after the language counts. */
function numberIn(runtime: string, name: string, tag: string): string | undefined {
  const isOfTool = tools.test(name) || (runtime === 'java' && javaTools.test(name))
  return (
    /(?:temurin|corretto|openjdk|jdk|jre|java|python|php|node|elixir)[-:]?(\d+(?:\.\d+)?)/.exec(tag)?.[1] ??
    (isOfTool ? undefined : /^[vV]?(\d+(?:\.\d+)*)/.exec(tag)?.[1]) ??
    /(?:nodejs|java|openjdk)-?(\d+)/.exec(name)?.[1]
  )
}
