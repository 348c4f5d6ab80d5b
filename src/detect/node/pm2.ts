import { get, type Json, list, record, text, texts } from '../json.ts'
import type { Place } from '../place.ts'
import { withoutComments } from '../source.ts'
import type { Manifest } from './manifest.ts'
import { programsOfLine } from './scripts.ts'
import { type Command, into } from './shell.ts'
import { fileOf } from './started-file.ts'

/** The usual names of PM2's settings (https://pm2.keymetrics.io/docs/usage/application-declaration/, 2026-11-22). */
export const pm2Reads: readonly string[] = [
  ...['js', 'cjs', 'mjs', 'json', 'yml', 'yaml'].map((ending) => `ecosystem.config.${ending}`),
  ...['js', 'json', 'yml', 'yaml'].flatMap((ending) => [`ecosystem.${ending}`, `pm2.${ending}`]),
  ...['pm2.config.js', 'pm2.config.cjs', 'process.json', 'process.yml', 'process.yaml', 'processes.json'],
]

/** The files that a program call runs, relative to the project's folder: where PM2 is given its settings, the scripts in them. */
export function startedFiles(place: Place, manifest: Manifest, command: Command): readonly string[] {
  const file = fileOf(command)
  if (file === null) return []
  if (!/^pm2(?:-|$)/.test(command.words[0] ?? '')) return [file]
  const found = declared(place, file).flatMap((line) =>
    programsOfLine(manifest, line).flatMap((program) => fileOf(program) ?? []),
  )
  return found.length > 0 ? found : [file]
}

/** Every app of a settings file as one command line. */
function declared(place: Place, path: string): readonly string[] {
  const source = place.text(into('.', path))
  if (source === undefined) return []
  if (/\.ya?ml$/.test(path)) return appsIn(place.yaml(path))
  return path.endsWith('.json') ? appsIn(place.json(path)) : inScript(withoutComments(source))
}

function appsIn(value: Json | undefined): readonly string[] {
  const apps = list(get(value, 'apps') ?? value)
  return (apps.length > 0 ? apps : [value]).flatMap((app) => {
    const { script, args } = record(app)
    const started = text(script)
    return started === null ? [] : [lineOf(started, texts(args).join(' '))]
  })
}

const started = /\bscript['"]?\s*:\s*(['"`])([^'"`$\n]+)\1/g
const given = /\bargs['"]?\s*:\s*\[?\s*(['"`])([^'"`$\n]+)\1/

// A script is read up to the next one: what stands between belongs to it.
function inScript(source: string): readonly string[] {
  const found = [...source.matchAll(started)]
  return found.map(({ 2: script = '', index }, i) =>
    lineOf(script, given.exec(source.slice(index, found[i + 1]?.index ?? index + longest))?.[2] ?? ''),
  )
}

const longest = 1_000

const lineOf = (script: string, args: string) =>
  /^(?:npm|yarn|pnpm|bun|npx)$/.test(script) ? `${script} ${args}` : `node ${script}`
