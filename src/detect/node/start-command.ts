import { buildFor } from '../docker/owner.ts'
import { whyUnusable } from '../docker/usable.ts'
import type { Proof } from '../finding.ts'
import type { Place } from '../place.ts'
import { builtFile } from './built-file.ts'
import { type Entry, sourceOf } from './entry.ts'
import { isRunnable, resolve } from './module-path.ts'
import { fromProject, type NxProject, nxOutput } from './nx.ts'
import { compiledStart, procfileWeb, type Start, scriptStart } from './production-start.ts'
import type { NodeProject } from './project.ts'
import { execute } from './run.ts'
import { programsOfLine } from './scripts.ts'
import { fileOf } from './started-file.ts'

/** A program of a project, as far as its start depends on it. */
export interface Program {
  readonly framework: { readonly id: string; readonly start?: string } | null
  readonly entry: Entry | null
  /** What shows that the entry is a program that runs; null: nothing does. */
  readonly proof: Proof | null
}

/**
 * How a program is started in production: the script for it, what the framework's build makes, what the build script
 * makes of a script's source, the image's command, the entry itself. Null where nothing starts it.
 */
export function startCommand(project: NodeProject, program: Program): Start | null {
  const script = foreground(procfileWeb(project) ?? scriptStart(project))
  const works = script && startsSomething(project, script) ? script : null
  if (works?.isProduction) return withSteps(project, works)
  return (
    builtBy(project, program) ??
    (works && (compiledStart(project, works) ?? imageStart(project) ?? unwatched(project, works) ?? works)) ??
    entryStart(project, program) ??
    script
  )
}

/** The image's command where it is the same program with steps before it: a migration that the script leaves out. */
function withSteps({ place, manifest }: NodeProject, start: Start): Start {
  const image = imageCommand(place)
  const programs = image ? programsOfLine(manifest, image.text) : []
  const isSame = programs.length > 1 && programs.at(-1)?.words.join(' ') === start.program.words.join(' ')
  return image && isSame ? { ...start, command: image.text, proof: image.proof } : start
}

/** `pm2 start` puts the program into the background and ends, which stops a container: the program itself is started. */
function foreground(start: Start | null): Start | null {
  const words = start?.program.words ?? []
  if (!start || words[0] !== 'pm2' || words[1] !== 'start' || words.includes('--no-daemon')) return start
  const node = words.indexOf('node')
  const rest = words.slice(words.indexOf('--') + 1)
  const file = fileOf(start.program)
  const isSettings = file !== null && /ecosystem|process\.json|pm2|\.(json|ya?ml)$/.test(file)
  const command =
    node > 0 && words.includes('--')
      ? ['node', ...rest]
      : isSettings
        ? ['npx', 'pm2-runtime', 'start', file]
        : ['node', file ?? '.']
  return { ...start, command: command.join(' '), program: { ...start.program, words: command } }
}

/** The plain program where the script watches its file. */
function unwatched({ place }: NodeProject, start: Start): Start | null {
  const { program } = start
  const file = fileOf(program)
  const watches = ['nodemon', 'node-dev', 'supervisor', 'node'].includes(program.words[0] ?? '')
  return watches && file !== null && isRunnable(place, file)
    ? { ...start, command: `node ${file}`, isProduction: true }
    : null
}

/** The image's command where it runs a file that is there, or that a build makes. */
function imageStart({ place, manifest }: NodeProject): Start | null {
  const image = imageCommand(place)
  const program = image ? programsOfLine(manifest, image.text).at(-1) : undefined
  const file = program?.words[0] === 'node' ? fileOf(program) : null
  if (!image || !program || file === null || !(isRunnable(place, file) || buildFolder.test(file))) return null
  return { command: image.text, program, proof: image.proof, isProduction: true }
}

function imageCommand(place: Place): { readonly text: string; readonly proof: Proof } | null {
  const build = buildFor(place)
  if (!build?.facts.command || whyUnusable(build, place) !== null) return null
  const { text, line } = build.facts.command
  return { text, proof: { path: build.facts.path, line, says: `starts "${text}"` } }
}

/** A script that names a file which is neither there nor built is of no use. */
function startsSomething({ place, manifest }: NodeProject, { program }: Start): boolean {
  const file = program.words[0] === 'node' ? fileOf(program) : null
  if (file === null || isRunnable(place, file)) return true
  return buildFolder.test(file) && (manifest.scripts.has('build') || sourceOf(place, file) !== null)
}

const buildFolder = /^(\.\/)?(\.?dist|\.?build|lib|out|output|compiled|bundle|target|\.output|prod)\//

const made = (command: string, proof: Proof): Start => ({
  command,
  proof,
  isProduction: true,
  program: { env: {}, folder: '.', words: command.split(' ') },
})

/** What the framework's own build command makes. */
function builtBy({ place, manifest }: NodeProject, { framework }: Program): Start | null {
  const output = manifest.nx ? nxFolder(place, manifest.nx) : nxOutput(place)
  if (output !== null)
    return made(
      fromWorkspace(place, `${output}/main.js`),
      place.proof(
        manifest.nx?.file ?? 'project.json',
        place.texts.seen.nxBuilds(output),
        manifest.nx?.outputPath ?? '"outputPath"',
      ),
    )
  if (framework?.id === 'adonisjs')
    return made(
      `node build/${place.has('bin/server.ts') ? 'bin/' : ''}server.js`,
      place.proof('package.json', place.texts.seen.toolWritesTo('AdonisJS', 'build/')),
    )
  return framework?.id === 'nestjs'
    ? made('node dist/main', place.proof('package.json', place.texts.seen.toolWritesTo('NestJS', 'dist/main.js')))
    : null
}

/** What Nx builds outside of the project is started where Nx runs, in the root of the workspace, as its packages are there. */
function fromWorkspace({ root }: Place, file: string): string {
  const up = /^(?:\.\.\/)+/.exec(file)?.[0] ?? ''
  const isRoot = up.length / 3 === root.split('/').length
  return isRoot ? `cd ${up.slice(0, -1)} && node ${file.slice(up.length)}` : `node ${file}`
}

const nxFolder = (place: Place, { outputPath }: NxProject) =>
  outputPath === null ? 'dist' : fromProject(place, outputPath)

/** Where no script starts it: the framework's own program, `main`, or the entry itself. */
function entryStart(project: NodeProject, { framework, entry, proof }: Program): Start | null {
  const { place, manager, manifest } = project
  if (framework?.start)
    return made(
      execute(manager.name, framework.start),
      place.proof('package.json', place.texts.seen.ownServer(framework.id)),
    )
  if (!entry?.source || !proof) return null
  const started =
    entry.started === manifest.main && resolve(place, entry.started) === null ? entry.started : entry.source
  const output = /\.[cm]?tsx?$/.test(started) && manifest.scripts.has('build') ? builtFile(project, started) : null
  return made(`node ${output ?? started}`, { ...proof, says: place.texts.seen.sourceDoes(entry.source, proof.says) })
}
