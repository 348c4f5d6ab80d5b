import { isPort } from '../commands/port.ts'
import { once } from '../once.ts'
import type { Repository } from '../repository.ts'
import type { Stack } from '../stack.ts'
import { commandOf } from './command.ts'
import { type Copied, copies } from './copies.ts'
import { type Image, imageOf } from './image.ts'
import { type Instruction, readStages, type Stage } from './instructions.ts'

/** What one Dockerfile says. Paths are from the repository root. */
export interface DockerfileFacts {
  readonly path: string
  readonly stages: readonly Stage[]
  /** The stage that is to be built: null for the last. */
  readonly stage: string | null
  /** What the image to be built stands on, after all stages below it. */
  readonly image: Image
  readonly base: string
  /** The toolchain of the program inside: of the last stage, else of the stages it copies from. */
  readonly stack: Stack | null
  readonly runtime: {
    readonly name: string
    readonly version: string
    readonly line: number
    readonly base: string
  } | null
  readonly command: { readonly text: string; readonly line: number } | null
  readonly workdir: string | null
  readonly ports: readonly { readonly port: number; readonly line: number }[]
  readonly copied: readonly Copied[]
  /** RUN lines of all stages that go into the image. */
  readonly runs: readonly Instruction[]
  readonly platform: string | null
}

const fileName = /^(?:Dockerfile|Containerfile)(?:[._-][\w-]+)?$|^[\w.-]+\.(?:Dockerfile|Containerfile)$/i

/** Whether a file name is that of a Dockerfile: `Dockerfile`, `Dockerfile.api`, `Dockerfile_release`, `web.Dockerfile`, `Containerfile`. */
export function isDockerfile(name: string): boolean {
  return fileName.test(name) && !name.endsWith('.dockerignore')
}

/** Every Dockerfile that was read and has a FROM, in the order of the tree. */
export const dockerfiles = once((repository: Repository): readonly DockerfileFacts[] =>
  [...repository.tree.files].flatMap(([path, text]) =>
    isDockerfile(path.slice(path.lastIndexOf('/') + 1)) ? (readFacts(path, text) ?? []) : [],
  ),
)

const developmentStage = /^(?:dev|develop|development|local|debug|tests?|testing|lint|ci|e2e|watch|builder?|deps)$/i
const productionStage = /^(?:prod|production|release|runner|runtime|final|deploy|app|serve|server)$/i

function readFacts(path: string, text: string): DockerfileFacts | null {
  const stages = readStages(text)
  const built = stageToBuild(stages)
  if (!built) return null
  const chain = chainOf(built, stages)
  const base = chain[0]?.base ?? built.base
  const sources = [...chain, ...copiedFrom(chain, stages)]
  const all = chain.flatMap((stage) => stage.instructions)
  return {
    path,
    stages,
    stage: built === stages.at(-1) ? null : built.name,
    image: imageOf(base),
    base,
    ...toolchain(chain, sources),
    command: commandOf(chain),
    workdir:
      all
        .findLast(({ keyword }) => keyword === 'WORKDIR')
        ?.value.trim()
        .replace(/^(["'])(.*)\1$/, '$2') ?? null,
    ports: all.flatMap(portsOf),
    copied: sources.flatMap((stage) => stage.instructions.flatMap(copies)),
    runs: sources.flatMap((stage) => stage.instructions.filter(({ keyword }) => keyword === 'RUN')),
    platform: chain.find((stage) => stage.platform && !stage.platform.startsWith('$'))?.platform ?? null,
  }
}

function stageToBuild(stages: readonly Stage[]): Stage | undefined {
  const last = stages.at(-1)
  if (!last?.name || !developmentStage.test(last.name)) return last
  const named = stages.findLast(({ name }) => name !== null && productionStage.test(name))
  return named ?? last
}

/** A stage with those it stands on, the lowest first. */
function chainOf(stage: Stage, stages: readonly Stage[]): readonly Stage[] {
  const below = stages.slice(0, stages.indexOf(stage)).findLast(({ name }) => name !== null && name === stage.base)
  return below ? [...chainOf(below, stages), stage] : [stage]
}

function copiedFrom(chain: readonly Stage[], stages: readonly Stage[]): readonly Stage[] {
  const names = new Set(
    stages.flatMap((stage) =>
      stage.instructions.flatMap(({ value }) => /^(?:--\S+\s+)*?--from=(\S+)/.exec(value)?.[1] ?? []),
    ),
  )
  const isNamed = (stage: Stage, at: number) => (stage.name !== null && names.has(stage.name)) || names.has(`${at}`)
  return stages.filter(
    (stage, at) => !chain.includes(stage) && (isNamed(stage, at) || stages.some((one) => one.base === stage.name)),
  )
}

// Where the image itself tells nothing, a stage of Node beside one of another language only builds the pages.
function toolchain(chain: readonly Stage[], stages: readonly Stage[]): Pick<DockerfileFacts, 'stack' | 'runtime'> {
  const images = stages.map((stage) => ({ stage, image: imageOf(stage.base) }))
  const own = images.find(({ stage, image }) => image.stack && chain.includes(stage))
  const told = images.filter(({ image }) => image.stack)
  const stack = (own ?? told.find(({ image }) => image.stack !== 'node') ?? told[0])?.image.stack ?? null
  const found = images.find(({ image }) => image.stack === stack && image.runtime)
  const runtime = found?.image.runtime
  return {
    stack,
    runtime: found && runtime ? { ...runtime, line: found.stage.line, base: found.stage.base } : null,
  }
}

function portsOf({ keyword, value, line }: Instruction): DockerfileFacts['ports'] {
  if (keyword !== 'EXPOSE') return []
  return value.split(/\s+/).flatMap((word) => {
    const port = Number(/^(\d+)(?:\/tcp)?$/.exec(word)?.[1])
    return isPort(port) ? [{ port, line }] : []
  })
}
