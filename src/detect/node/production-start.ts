import type { Proof } from '../finding.ts'
import { isBuildStep, isSilent, written } from './build-step.ts'
import { builtFile } from './built-file.ts'
import { sourceOf } from './entry.ts'
import type { Manifest } from './manifest.ts'
import type { NodeProject } from './project.ts'
import { runScript } from './run.ts'
import { managerCall, programsOf } from './scripts.ts'
import { type Command, commandsOf } from './shell.ts'
import { fileOf } from './started-file.ts'

/** A command that starts a program in production. */
export interface Start {
  readonly command: string
  /** The program that stays running. */
  readonly program: Command
  readonly proof: Proof
  /** False: it runs sources as they are, or restarts on changes; better than nothing. */
  readonly isProduction: boolean
  /** Steps of the script that belong to the build, and that the command leaves out. */
  readonly before?: readonly Command[]
  /** The script it is; absent where it is none. */
  readonly script?: string
}

const names = [
  'start:prod',
  'start:production',
  'start-prod',
  'start-production',
  'prod:start',
  'production',
  'prod',
  'serve:prod',
  'start',
  'start:server',
  'server:start',
  'start:api',
  'serve',
  'server',
  'worker',
  'start:worker',
  'bot',
]

const developing: ReadonlySet<string> = new Set([
  ...[
    'nodemon',
    'ts-node-dev',
    'tsnd',
    'node-dev',
    'supervisor',
    'vite',
    'webpack',
    'webpack-dev-server',
    'react-scripts',
    'babel-node',
    'onchange',
    'tsc-watch',
    'browser-sync',
    'live-server',
    'ng',
    'gulp',
    'grunt',
  ],
])
const transpiling: ReadonlySet<string> = new Set([
  'ts-node',
  'tsx',
  'ts-node-esm',
  'esno',
  'jiti',
  'vite-node',
  'swc-node',
])

/** The start script for production: the first by name whose program does not watch or transpile, else the first of those. */
export function scriptStart(project: NodeProject): Start | null {
  const starts = names.flatMap((name) => startOf(project, name) ?? [])
  const others = starts.length > 0 ? [] : otherStarts(project)
  return starts.find(({ isProduction }) => isProduction) ?? starts[0] ?? others[0] ?? null
}

const otherNames =
  /^(?:run|launch|up|boot|go|app|api|web|backend|main|index)$|(?:^|[:_-])(?:start|serve|run)(?:$|[:_-](?:prod|production|app|api|server|bot|web)$)/

/** Scripts of other names that start a file of the repository, where none of the usual ones is there. */
function otherStarts(project: NodeProject): readonly Start[] {
  return [...project.manifest.scripts.keys()]
    .filter((name) => otherNames.test(name))
    .flatMap((name) => startOf(project, name) ?? [])
    .filter(({ program, isProduction }) => isProduction && fileOf(program) !== null)
}

function startOf(project: NodeProject, name: string): Start | null {
  const { manifest, manager, place } = project
  const programs = programsOf(manifest, name)
  const program = programs.at(-1)
  if (program?.folder !== '.' || isNothing(program)) return null
  const proof = place.proof(
    'package.json',
    place.texts.seen.scriptIs(name, (manifest.scripts.get(name) ?? '').slice(0, 120)),
    `"${name}":`,
  )
  const before = programs.slice(0, -1).filter((step) => !isSilent(step))
  const isWhole = before.length === 0 || !before.every(isBuildStep)
  const command =
    isWhole && needsNoFile(project, program) ? runScript(manager.name, name) : written(withoutMissing(project, program))
  const isProduction = !isDevelopment(program, manifest) && !before.some(isParallel(manifest, name))
  return { command, program, proof, isProduction, before: isWhole ? [] : before, script: name }
}

const isNothing = ({ words }: Command) => ['echo', 'exit', 'true', 'open', 'cross-env', ''].includes(words[0] ?? '')

// A transpiler among the packages for production is meant to run there.
const isDevelopment = ({ words, env }: Command, { dependencies }: Manifest) =>
  developing.has(words[0] ?? '') ||
  (transpiling.has(words[0] ?? '') && !dependencies.has(words[0] ?? '')) ||
  (['nx', 'turbo'].includes(words[0] ?? '') && words.some((word) => /^(.*:)?(serve|dev)$/.test(word))) ||
  env.NODE_ENV === 'development' ||
  (words[0] === 'nest' && words[1] === 'start') ||
  words.some((word) => /^(--watch(-path)?(=.*)?|--inspect.*|--hot|dev|develop)$/.test(word))

// Two programs side by side are a desk's way of working; a server starts one.
const isParallel = (manifest: Manifest, name: string) => (command: Command) =>
  /\b(concurrently|run-p|npm-run-all.*(-p|--parallel))\b|[^&]&\s/.test(manifest.scripts.get(name) ?? '') &&
  fileOf(command) !== null

const envFile = /^--env-file=(.+)$/

// A file that is not committed is not there in production either, and Node stops without it.
function isMissingEnvFile({ place }: NodeProject, word: string): boolean {
  const file = envFile.exec(word)?.[1]
  return file !== undefined && !place.has(file)
}

const withoutMissing = (project: NodeProject, program: Command): Command => ({
  ...program,
  words: program.words.filter((word) => !isMissingEnvFile(project, word)),
})

const needsNoFile = (project: NodeProject, { words }: Command) => !words.some((word) => isMissingEnvFile(project, word))

/** The start of the compiled program, where the script transpiles and a build script compiles. */
export function compiledStart(project: NodeProject, start: Start): Start | null {
  const { place, manifest } = project
  const file = fileOf(start.program)
  if (
    file === null ||
    !manifest.scripts.has('build') ||
    !(transpiling.has(start.program.words[0] ?? '') || developing.has(start.program.words[0] ?? ''))
  )
    return null
  const source = sourceOf(place, file)
  const output = source === null ? null : builtFile(project, source)
  if (source === null || output === null) return null
  const proof = place.proof('package.json', place.texts.seen.scriptMakes('build', output, source), '"build":')
  return { ...start, command: `node ${output}`, isProduction: true, proof }
}

/** The `web` process of a Procfile as programs, scripts resolved; null without one. */
export function procfileWeb(project: NodeProject): Start | null {
  const line = /^web:[ \t]*(\S.*)$/m.exec(project.place.text('Procfile') ?? '')?.[1]?.trim()
  if (!line) return null
  const programs = commandsOf(line).flatMap((command) => {
    const call = managerCall(command, project.manifest.scripts)
    return call?.script ? programsOf(project.manifest, call.script) : [command]
  })
  const program = programs.at(-1)
  return program
    ? { command: line, program, proof: project.place.proof('Procfile', `web: ${line}`, 'web:'), isProduction: true }
    : null
}
