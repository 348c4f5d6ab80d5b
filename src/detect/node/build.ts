import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import { placeAt } from '../place.ts'
import { isBuildStep, written } from './build-step.ts'
import { type ImageStep, imageSteps } from './image-build.ts'
import { frozenInstall } from './install-command.ts'
import { membersAlone, withMembers } from './member-builds.ts'
import { isRunnable } from './module-path.ts'
import { generating } from './prisma-client.ts'
import { type Start, scriptStart } from './production-start.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { execute, runScript } from './run.ts'
import { managerCall, programsOf } from './scripts.ts'
import { type Command, commandsOf } from './shell.ts'
import { fileOf } from './started-file.ts'

/** The build of a Node project that is no web app of its own: a compiled server, the pages that it serves. */
export const nodeBuild: Detector = {
  id: 'node-build',
  stack: 'node',
  reads: ['package.json', 'turbo.json', 'turbo.jsonc'],
  find: (place) => {
    const project = nodeProject(place)
    return project ? build(project) : []
  },
}

const names = ['build', 'build:prod', 'build:production', 'compile', 'build:server', 'build:all', 'tsc']
// Laravel Mix and Encore name their build so; elsewhere the same names start a program.
const assets = ['production', 'prod']

function isAssetBuild(programs: readonly Command[]): boolean {
  return programs.some(isWork) && programs.every(isBuildStep)
}

const hostHooks = ['heroku-postbuild', 'gcp-build', 'render-build', 'railway-build']
const checks: ReadonlySet<string> = new Set([
  'echo',
  'exit',
  'true',
  ':',
  'eslint',
  'prettier',
  'biome',
  'jest',
  'vitest',
  'sleep',
  'vue-tsc',
])

function build(project: NodeProject): readonly Finding[] {
  const { manifest, place } = project
  const start = scriptStart(project)
  const steps = imageSteps(project)
  const works = (name: string) => {
    const programs = programsOf(manifest, name)
    return programs.some(isWork) && !programs.some((one) => lacksConfig(place, one))
  }
  const inImage = steps.flatMap(({ script }) => (script !== null && works(script) ? [script] : []))
  const named =
    inImage.find((name) => /build|compile|bundle/.test(name)) ??
    names.find(works) ??
    inImage[0] ??
    assets.find((name) => isAssetBuild(programsOf(manifest, name))) ??
    null
  const script = named !== null && isUnused(project, named, start) ? null : named
  const hook = script === null ? hostHooks.find((name) => manifest.scripts.has(name)) : undefined
  if (hook !== undefined)
    return [
      find(
        'build',
        hookBuild(project, manifest.scripts.get(hook) ?? ''),
        place.proof('package.json', place.texts.seen.hook(hook), `"${hook}":`),
      ),
    ]
  const compiler = script === null && start?.script ? compiling(project, start, steps) : null
  const command = script === null ? (compiler ?? membersAlone(project)) : withMembers(project, script)
  const more = script === null ? [] : [...moreSteps(project, script, inImage), ...afterBuild(project, script, start)]
  const whole = [generating(project, script, steps), command, ...new Set(more)].filter((step) => step !== null)
  if (whole.length === 0) return beforeStart(project, start)
  return [
    find(
      'build',
      whole.join(' && '),
      place.proof(
        'package.json',
        script === null ? place.texts.seen.workspaceFirst : place.texts.seen.script(script),
        script === null ? undefined : `"${script}":`,
      ),
    ),
  ]
}

/** The compiler that the image calls by itself, where the start script runs what that writes. */
function compiling({ manager, place }: NodeProject, start: Start, steps: readonly ImageStep[]): string | null {
  const file = fileOf(start.program)
  const step = steps.find(({ script, words }) => script === null && words[0] !== 'prisma')
  const isThere = file === null || isRunnable(place, file)
  return step && !isThere ? execute(manager.name, step.words.join(' ')) : null
}

/** What else the image runs to build it, besides the script that was chosen and what that runs by itself. */
function moreSteps({ manifest, manager }: NodeProject, script: string, inImage: readonly string[]): readonly string[] {
  const known = new Set(programsOf(manifest, script).map(written))
  return inImage
    .filter((name) => name !== script && !programsOf(manifest, name).every((program) => known.has(written(program))))
    .map((name) => runScript(manager.name, name))
}

/** Scripts between the build and the program in the start script: `npm run build && npm run copy-files && node dist`. */
function afterBuild({ manifest, manager }: NodeProject, script: string, start: Start | null): readonly string[] {
  if (!start?.script || (start.before ?? []).length === 0) return []
  const calls = commandsOf(manifest.scripts.get(start.script) ?? '').flatMap((command) => {
    const call = managerCall(command, manifest.scripts)
    return call?.script && call.folder === '.' && call.filter === null ? [call.script] : []
  })
  const at = calls.indexOf(script)
  return at < 0
    ? []
    : calls
        .slice(at + 1)
        .filter((name) => isBuildScript(manifest, name))
        .map((name) => runScript(manager.name, name))
}

const isBuildScript = (manifest: NodeProject['manifest'], name: string) => {
  const programs = programsOf(manifest, name)
  return programs.length > 0 && programs.every(isBuildStep)
}

/** Steps that the start script runs and a deployment runs before: `prestart: tsc`. */
function beforeStart({ manifest, manager }: NodeProject, start: Start | null): readonly Finding[] {
  if (!start?.script || (start.before ?? []).length === 0) return []
  const hook = commandsOf(manifest.scripts.get(`pre${start.script}`) ?? '')
  const own = commandsOf(manifest.scripts.get(start.script) ?? '').slice(0, -1)
  const steps = [...hook, ...own].map((command) => {
    const call = managerCall(command, manifest.scripts)
    return call || shell.has(command.words[0] ?? '') ? written(command) : execute(manager.name, written(command))
  })
  return steps.length === 0 ? [] : [find('build', steps.join(' && '), start.proof)]
}

const shell: ReadonlySet<string> = new Set(['rm', 'cp', 'mkdir', 'mv', 'node', 'sh', 'bash'])

/** Whether the start runs the sources as they are, so that what the compiler writes is not used. */
function isUnused({ manifest }: NodeProject, script: string, start: Start | null): boolean {
  const file = start?.isProduction ? fileOf(start.program) : null
  return (
    file !== null &&
    /\.[cm]?tsx?$/.test(file) &&
    programsOf(manifest, script)
      .filter(isWork)
      .every(({ words }) => words[0] === 'tsc')
  )
}

// A script that is left over from another time names settings that are gone.
const lacksConfig = (place: NodeProject['place'], { words, folder }: Command) =>
  folder === '.' &&
  words.some(
    (word, i) =>
      /^(?:-c|--config)$/.test(words[i - 1] ?? '') &&
      /^[\w./-]+\.[cm]?[jt]s$/.test(word) &&
      !place.has(word.replace(/^\.\//, '')),
  )

const isWork = ({ words }: Command) =>
  !checks.has(words[0] ?? '') && !(words[0] === 'tsc' && words.includes('--noEmit'))

/** A hook for a host, step by step: the installs in other folders from their lockfiles, as a clean build wants them. */
function hookBuild(project: NodeProject, line: string): string {
  const steps = commandsOf(line).map((command) => step(project, command))
  return steps.filter(Boolean).join(' && ')
}

function step(project: NodeProject, command: Command): string {
  const call = managerCall(command, project.manifest.scripts)
  const inside = command.folder === '.' ? '' : `cd ${command.folder} && `
  const other =
    call && call.folder !== '.' ? nodeProject(placeAt(project.place.repository, project.place.at(call.folder))) : null
  if (call && other && ['install', 'i', 'ci'].includes(call.rest[0] ?? '')) {
    const install = frozenInstall(other)
    return other.manager.name === 'npm' ? `${install} --prefix ${call.folder}` : `cd ${call.folder} && ${install}`
  }
  const written = `${inside}${command.words.join(' ')}`
  return inside === '' ? written : `(${written})`
}
