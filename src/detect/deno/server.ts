import { isPort } from '../commands/port.ts'
import type { Detector } from '../detector.ts'
import { type Build, builds } from '../docker/owner.ts'
import { type Finding, find, usualPort } from '../finding.ts'
import { get, type Json, record, text } from '../json.ts'
import { lineOf, type Place } from '../place.ts'
import { places } from '../places.ts'

const entries = [
  'main.ts',
  'src/main.ts',
  'server.ts',
  'src/server.ts',
  'index.ts',
  'src/index.ts',
  'mod.ts',
  'app.ts',
  'src/app.ts',
  'main.tsx',
  'bot.ts',
  'src/bot.ts',
]
const frameworks = ['fresh', 'hono', 'oak', 'aleph', 'opine', 'elysia', 'lume', 'grammy', 'discordeno'] as const

// Functions that Supabase and Netlify run themselves (case D23).
const hosted = /(?:^|\/)(?:supabase\/functions|netlify\/edge-functions)(?:\/|$)/

/** Deno programs by their deno.json: a server where the source serves, a bot where it polls. */
export const denoServer: Detector = {
  id: 'deno-server',
  stack: 'deno',
  reads: ['deno.json', 'deno.jsonc'],
  follows: (repository) =>
    places(repository)
      .filter((place) => place.pick('deno.json', 'deno.jsonc') !== undefined && !place.has('package.json'))
      .flatMap((place) => entries.filter((name) => place.has(name)).map((name) => place.at(name))),
  find(place) {
    const file = place.pick('deno.json', 'deno.jsonc')
    if (file === undefined || place.has('package.json') || hosted.test(place.root)) return []
    const config = place.json(file)
    const name = frameworkOf(config)
    const entry = entryOf(place, config)
    if (name === 'lume') return lume(place, file)
    if (entry === null || (!serves(place, entry) && name === null)) return []
    const proof = place.proof(file, name ?? file, name ?? undefined)
    const kind = name === 'grammy' || name === 'discordeno' ? 'worker' : 'server'
    return [
      name === null
        ? find('kind', 'server', proof)
        : find('framework', { id: name, kind, major: null, spa: false }, proof),
      find('packageManager', { name: 'deno', version: null }, proof),
      find('install', 'deno install', proof),
      ...(place.has('deno.lock')
        ? [find('lockfile', place.at('deno.lock'), place.proof('deno.lock', 'deno.lock'))]
        : []),
      find('start', startOf(config, entry), proof),
      find('imageOnly', place.texts.imageOnly.deno, proof),
      ...port(place, entry),
      ...version(place),
    ]
  },
}

function frameworkOf(config: Json | undefined): (typeof frameworks)[number] | null {
  const imports = Object.entries(record(get(config, 'imports')))
  const mentions = imports.flatMap(([key, value]) => [key, text(value) ?? ''])
  return (
    frameworks.find((name) => mentions.some((one) => new RegExp(`(?:^|[/@:$])${name}(?:[/@]|$)`).test(one))) ?? null
  )
}

function entryOf(place: Place, config: Json | undefined): string | null {
  const tasks = ['start', 'serve', 'prod', 'dev'].flatMap((name) => text(get(config, 'tasks', name)) ?? [])
  const named = tasks
    .flatMap((task) => /([\w./-]+\.tsx?)\b/.exec(task)?.[1]?.replace(/^\.\//, '') ?? [])
    .find((name) => place.has(name))
  return named ?? entries.find((name) => place.has(name)) ?? null
}

function serves(place: Place, entry: string): boolean {
  return /Deno\.serve\(|\bserve\(|\.listen\(|export default/.test(place.text(entry) ?? '')
}

function startOf(config: Json | undefined, entry: string): string {
  return text(get(config, 'tasks', 'start')) === null ? `deno run -A ${entry}` : 'deno task start'
}

function port(place: Place, entry: string): readonly Finding[] {
  const source = place.text(entry) ?? ''
  const match =
    /\bport\s*[:=]\s*(?:Number\(|parseInt\()?\s*(?:Deno\.env\.get\("PORT"\)\s*(?:\?\?|\|\|)\s*)?["']?(\d{2,5})/.exec(
      source,
    )
  const number = Number(match?.[1] ?? 8000)
  const says = match?.[0] ?? place.texts.seen.denoPort
  const proof = { path: place.at(entry), line: match ? lineOf(source, match[0]) : null, says }
  const honours = /env\.get\("PORT"\)/.test(source) ? [find('honoursPort', true, proof)] : []
  if (!isPort(number)) return honours
  return [match ? find('port', number, proof) : usualPort(number, proof), ...honours]
}

// The version is in the image, or in the ARG that a stage of the Dockerfile takes it from.
function version(place: Place): readonly Finding[] {
  const near = (build: Build) =>
    build.context === place.root || build.facts.path.startsWith(place.root === '.' ? '' : `${place.root}/`)
  for (const { facts } of builds(place.repository).filter(near)) {
    const stage = facts.stages.find(({ base }) => /(?:^|\/)deno:/.test(base))
    const found = /:(?:[a-z]+-)?v?(\d+\.\d+(?:\.\d+)?)/.exec(stage?.base ?? '')?.[1]
    if (stage && found !== undefined)
      return [
        find(
          'runtime',
          { name: 'deno', version: found, from: facts.path },
          { path: facts.path, line: stage.line, says: `FROM ${stage.base}` },
        ),
      ]
  }
  return []
}

function lume(place: Place, file: string): readonly Finding[] {
  const proof = place.proof(file, 'lume', 'lume')
  return [
    find('framework', { id: 'lume', kind: 'static', major: null, spa: false }, proof),
    find('packageManager', { name: 'deno', version: null }, proof),
    find('install', null, proof),
    find('build', 'deno task build', proof),
    find('output', '_site', proof),
  ]
}
