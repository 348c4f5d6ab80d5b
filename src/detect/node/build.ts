import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import { placeAt } from '../place.ts'
import { written } from './build-step.ts'
import { fileOf } from './entry.ts'
import { frozenInstall } from './install-command.ts'
import { membersAlone, withMembers } from './member-builds.ts'
import { scriptStart } from './production-start.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { execute } from './run.ts'
import { managerCall, programsOf } from './scripts.ts'
import { type Command, commandsOf } from './shell.ts'

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
  const script = names.find((name) => programsOf(manifest, name).some(isWork)) ?? null
  const hook = script === null ? hostHooks.find((name) => manifest.scripts.has(name)) : undefined
  if (hook !== undefined)
    return [
      find(
        'build',
        hookBuild(project, manifest.scripts.get(hook) ?? ''),
        place.proof('package.json', `script ${hook} builds on the host`, `"${hook}":`),
      ),
    ]
  const command = script === null ? membersAlone(project) : withMembers(project, script)
  if (command === null || (script !== null && isUnused(project, script))) return beforeStart(project)
  return [
    find(
      'build',
      command,
      place.proof(
        'package.json',
        script === null ? 'packages of the workspace are built first' : `script ${script}`,
        script === null ? undefined : `"${script}":`,
      ),
    ),
  ]
}

/** Steps that the start script runs and a deployment runs before: `prestart: tsc`. */
function beforeStart(project: NodeProject): readonly Finding[] {
  const start = scriptStart(project)
  const steps = start?.before ?? []
  if (!start || steps.length === 0) return []
  const command = steps.map((step) =>
    step.words[0] === 'rm' || step.words[0] === 'cp' ? written(step) : execute(project.manager.name, written(step)),
  )
  return [find('build', command.join(' && '), start.proof)]
}

/** Whether the start runs the sources as they are, so that what the compiler writes is not used. */
function isUnused(project: NodeProject, script: string): boolean {
  const file = fileOf(scriptStart(project)?.program ?? { env: {}, words: [], folder: '.' })
  const compiles = programsOf(project.manifest, script).filter(isWork)
  return (
    file !== null &&
    /\.[cm]?tsx?$/.test(file) &&
    scriptStart(project)?.isProduction === true &&
    compiles.every(({ words }) => words[0] === 'tsc')
  )
}

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
