import { isForWork } from '../docker/file-name.ts'
import { buildFor } from '../docker/owner.ts'
import type { Proof } from '../finding.ts'
import { once } from '../once.ts'
import type { Manifest } from './manifest.ts'
import { isGenerate } from './prisma-client.ts'
import type { NodeProject } from './project.ts'
import { type ManagerCall, managerCall, programsOf } from './scripts.ts'
import { type Command, commandsOf } from './shell.ts'

/** A build step that the project's own image runs. */
export interface ImageStep {
  /** The script of the manifest; null for a program that is called by itself. */
  readonly script: string | null
  readonly words: readonly string[]
  readonly proof: Proof
}

// Compilers that an image calls without a script.
const compilers: ReadonlySet<string> = new Set(['tsc', 'tsup', 'swc', 'babel', 'esbuild', 'nest', 'ncc', 'webpack'])

// What an image runs besides a build.
const others =
  /(^|[:._-])(test|tests|lint|format|dev|develop|start|serve|watch|seed|migrate|migration|migrations|deploy|db|prepare|setup|install|clean|prune|check|typecheck|audit|e2e|storybook|docker|staging)([:._-]|$)/

/**
 * The build steps of the project's own image, in order: scripts of its manifest, and the client that Prisma generates. The image
 * has been built as it is, so that a script with an unusual name (`build-assets`, `build:ci`) is the build in production.
 */
export const imageSteps: (project: NodeProject) => readonly ImageStep[] = once((project) => {
  const build = buildFor(project.place)
  if (!build || isForWork(build.facts.path)) return []
  const { path } = build.facts
  return build.facts.runs.flatMap(({ value, line }) =>
    commandsOf(value.replace(/^(?:--\w+=\S+\s+)+/, '')).flatMap((command) => {
      const proof = { path, line, says: project.place.texts.seen.imageRuns(command.words.join(' ').slice(0, 100)) }
      return stepOf(project, command, proof)
    }),
  )
})

function stepOf({ manifest }: NodeProject, command: Command, proof: Proof): readonly ImageStep[] {
  const call = managerCall(command, manifest.scripts)
  const script = call?.script ?? null
  const words = programWords(manifest, command, call)
  if (isGenerate({ ...command, words }) || (script === null && compilers.has(words[0] ?? '')))
    return [{ script: null, words, proof }]
  if (!call || script === null || !manifest.scripts.has(script) || others.test(script)) return []
  const filter = call.filter?.replace(/^\.\.\.|\.\.\.$/g, '') ?? null
  return filter === null || filter === manifest.name ? [{ script, words: command.words, proof }] : []
}

/** The words of the program that a command comes down to; those of the call where a script runs more than one. */
function programWords(manifest: Manifest, command: Command, call: ManagerCall | null): readonly string[] {
  if (!call) return command.words
  const [only, second] = call.script === null ? [] : programsOf(manifest, call.script)
  return only && !second && call.filter === null ? only.words : call.program
}
