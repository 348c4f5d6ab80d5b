import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { DockerfileParser } from 'dockerfile-ast'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readSettings } from '../src/settings.ts'
import { sources } from './architecture/imports.ts'

const dockerfile = DockerfileParser.parse(readFileSync('Dockerfile', 'utf8'))
const instructions = dockerfile.getInstructions().map((one) => ({
  keyword: one.getKeyword(),
  text: one.getArgumentsContent()?.replace(/\\\n\s*/gu, '') ?? '',
}))
const of = (keyword: string) => instructions.filter((one) => one.keyword === keyword).map(({ text }) => text)
const manifest = json('package.json')
const compose = record(parse(readFileSync('compose.yaml', 'utf8')))

function json(path: string): Readonly<Record<string, unknown>> {
  return record(JSON.parse(readFileSync(path, 'utf8')))
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

describe('the image', () => {
  it('is built on the Node.js that the tests run on, in both stages', () => {
    const [version] = /[\d.]+/u.exec(String(record(manifest.devDependencies).node)) ?? []
    const bases = of('FROM').map((text) => /^node:(\d+)\.\d+\.\d+-bookworm-slim(?: AS build)?$/u.exec(text)?.[1])
    expect(bases).toEqual([version?.split('.')[0], version?.split('.')[0]])
  })

  it('copies what is there and what its build context lets in', () => {
    const copied = of('COPY')
      .filter((text) => !text.startsWith('/app'))
      .flatMap((text) => text.split(' ').slice(0, -1))
    const admitted = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(copied.length).toBeGreaterThan(3)
    for (const path of copied)
      expect([path, existsSync(path), admitted.includes(`!${path}`)]).toEqual([path, true, true])
  })

  it('runs no install scripts and leaves out what only development needs', () => {
    const [install, build] = of('RUN')
    expect(install).toBe('npm ci --ignore-scripts --no-audit --no-fund')
    expect(build).toMatch(
      /^\.\/node_modules\/\.bin\/tsc -p tsconfig\.build\.json\s+&& npm prune --omit=dev --ignore-scripts/u,
    )
  })

  it('has every package that the sources import', () => {
    const imported = sources()
      .flatMap(({ imports }) => imports)
      .filter(({ name, typeOnly }) => !typeOnly && !name.endsWith('.ts') && !name.startsWith('node:'))
      .map(({ name }) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? '')))
      .filter((name) => !builtinModules.includes(name))
    const kept = Object.keys(record(manifest.dependencies))
    expect([...new Set(imported)].filter((name) => !kept.includes(name))).toEqual([])
  })

  it('starts the program that is built from src/main.ts, in production, as nobody special', () => {
    const { rootDir, outDir } = record(json('tsconfig.build.json').compilerOptions)
    expect([rootDir, outDir, existsSync('src/main.ts')]).toEqual(['src', 'dist', true])
    const last = instructions.slice(instructions.findLastIndex(({ keyword }) => keyword === 'FROM'))
    const said = last.map(({ keyword, text }) => `${keyword} ${text}`)
    expect(said).toContain('CMD ["node", "--enable-source-maps", "dist/main.js"]')
    expect(said).toContain('USER node')
    expect(said).toContain('ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000')
    expect(said).toContain('EXPOSE 3000')
    expect(of('HEALTHCHECK').join()).toContain('/healthz')
  })
})

describe('compose.yaml', () => {
  const services = record(compose.services)
  const app = record(services.app)
  const database = record(services.database)

  it('gives the app settings that it can start with', () => {
    const environment = record(app.environment)
    const url = String(environment.DATABASE_URL).replace(/\$\{DATABASE_PASSWORD:\?[^}]*\}/u, 'secret')
    const settings = readSettings({ DATABASE_URL: url, PORT: String(environment.PORT), HOST: String(environment.HOST) })
    expect(settings).toMatchObject({ databaseUrl: url, port: 3000, host: '0.0.0.0' })
    expect(environment.NODE_ENV).toBe('production')
    expect(app.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:\$\{PORTS:-3000\}:3000$/u)])
  })

  it('names the database that its own service makes', () => {
    const { POSTGRES_USER: user, POSTGRES_DB: name } = record(database.environment)
    expect(String(record(app.environment).DATABASE_URL)).toMatch(
      new RegExp(`^postgres://${user}:.*@database:5432/${name}$`, 'u'),
    )
    expect(record(record(app.depends_on).database).condition).toBe('service_healthy')
    expect(record(database.healthcheck).test).toEqual(['CMD-SHELL', `pg_isready -U ${user} -d ${name}`])
  })

  it('lets commands in hand finish before it stops the app', () => {
    const grace = readSettings({}).graceMs / 1000
    expect(Number.parseInt(String(app.stop_grace_period), 10)).toBeGreaterThan(grace)
  })
})
