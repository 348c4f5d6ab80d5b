import { isForWork } from '../docker/file-name.ts'
import { buildFor } from '../docker/owner.ts'
import type { Proof } from '../finding.ts'
import { isGenerate } from './prisma-client.ts'
import type { NodeProject } from './project.ts'
import { managerCall, programsOf } from './scripts.ts'
import { type Command, commandsOf } from './shell.ts'

/** A build step that the project's own image runs. */
export interface ImageStep {
  /** The script of the manifest; null for a program that is called by itself. */
  readonly script: string | null
  readonly words: readonly string[]
  readonly proof: Proof
}

// What an image runs besides a build.
const others =
  /(^|[:._-])(test|tests|lint|format|dev|develop|start|serve|watch|seed|migrate|migration|migrations|deploy|db|prepare|setup|install|clean|prune|check|typecheck|audit|e2e|storybook|docker|staging)([:._-]|$)/

/**
 * The build steps of the project's own image, in order: scripts of its manifest, and the client that Prisma generates. The image
 * has been built as it is, so that a script with an unusual name (`build-assets`, `build:ci`) is the build in production.
 */
export function imageSteps(project: NodeProject): readonly ImageStep[] {
  const build = buildFor(project.place)
  if (!build || isForWork(build.facts.path)) return []
  const { path } = build.facts
  return build.facts.runs.flatMap(({ value, line }) =>
    commandsOf(value.replace(/^(?:--\w+=\S+\s+)+/, '')).flatMap((command) => {
      const proof = { path, line, says: `the image runs ${command.words.join(' ').slice(0, 100)}` }
      return stepOf(project, command, proof)
    }),
  )
}

function stepOf({ manifest }: NodeProject, command: Command, proof: Proof): readonly ImageStep[] {
  const call = managerCall(command, manifest.scripts)
  const words = call ? call.program : command.words
  if (isGenerate({ ...command, words })) return [{ script: null, words, proof }]
  const script = call?.script ?? null
  const programs = script === null ? [] : programsOf(manifest, script)
  if (programs.length === 1 && programs.every(isGenerate))
    return [{ script: null, words: programs[0]?.words ?? [], proof }]
  if (!call || script === null || !manifest.scripts.has(script)) return []
  const filter = call.filter?.replace(/^\.\.\.|\.\.\.$/g, '') ?? null
  if (filter !== null && filter !== manifest.name) return []
  return others.test(script) ? [] : [{ script, words: command.words, proof }]
}
