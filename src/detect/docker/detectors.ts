import type { Dockerfile } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { portIn } from '../commands/port.ts'
import type { Detector } from '../detector.ts'
import { type Finding, find, first, type Proof } from '../finding.ts'
import { pathFrom } from '../path-from.ts'
import type { Place } from '../place.ts'
import { commandBehind, scriptReads } from '../processes/behind.ts'
import { isTrial, localCommand } from '../processes/runs.ts'
import type { Stack } from '../stack.ts'
import { atBuiltProgram } from './built-program.ts'
import { composeReads, composeServices } from './compose.ts'
import { type Build, buildFor } from './owner.ts'
import { servesFiles, whyUnusable } from './usable.ts'

const reads = [
  ...scriptReads,
  ...composeReads,
  'Dockerfile',
  'Dockerfile.*',
  'Dockerfile_*',
  'Dockerfile-*',
  '*.Dockerfile',
  '*.dockerfile',
  'Containerfile',
]

/** The Dockerfile that builds the app: its path, context, ports and command. */
export const dockerfile: Detector = {
  id: 'dockerfile',
  reads,
  find(place) {
    const build = buildFor(place)
    if (!build) return []
    const why = whyUnusable(build, place)
    const { facts } = build
    const tag = tagged(facts.stack)
    const found = tag(
      find('dockerfile', dockerfileOf(build, why === null, place), proofOf(build, saysOf(build, place.texts))),
    )
    if (why !== null)
      return [found, tag(find('remark', place.texts.seen.unusableDockerfile(facts.path, why), proofOf(build, why)))]
    return [found, ...commandFindings(build, place).map(tag), ...portQuestion(build, place.texts).map(tag)]
  },
}

function tagged(stack: Stack | null): (finding: Finding) => Finding {
  return (finding) => (stack ? { ...finding, stack } : finding)
}

function proofOf({ facts }: Build, says: string, line: number | null = facts.stages.at(-1)?.line ?? null): Proof {
  return { path: facts.path, line, says }
}

function saysOf({ facts, context }: Build, texts: Texts): string {
  return texts.seen.builtFrom(facts.base, context === '.' ? null : `${context}/`)
}

function dockerfileOf({ facts, context }: Build, usable: boolean, place: Place): Dockerfile {
  const ports = [...new Set(facts.ports.map(({ port }) => port))]
  const composed = composeServices(place.repository).find(({ dockerfile }) => dockerfile === facts.path)?.platform
  const platform = facts.platform ?? (facts.image.arm64 ? 'linux/arm64' : composed)
  return {
    path: facts.path,
    context,
    ports,
    usable,
    platform: platform === 'linux/amd64' || platform === 'linux/arm64' ? platform : null,
    stage: facts.stage,
  }
}

function commandFindings(build: Build, place: Place): readonly Finding[] {
  const { command, ports } = build.facts
  if (servesFiles(build)) return []
  const numbers = new Set(ports.map(({ port }) => port))
  const start = command ? startOf(build, place, command.text) : null
  const said = start === null ? { port: null, honoursPort: false } : portIn(start)
  const [port] = ports
  return [
    ...(command && start !== null && !isTrial(start, place)
      ? [find('start', start, proofOf(build, place.texts.seen.startsCommand(command.text), command.line))]
      : []),
    ...(command && said.honoursPort
      ? [find('honoursPort', true, proofOf(build, place.texts.seen.startsCommand(command.text), command.line))]
      : []),
    ...(command && said.port !== null
      ? [find('port', said.port, proofOf(build, place.texts.seen.startsCommand(command.text), command.line))]
      : []),
    ...(port && numbers.size === 1 ? [find('port', port.port, proofOf(build, `EXPOSE ${port.port}`, port.line))] : []),
  ]
}

// Paths of the image are those of the repository where both begin in the same folder, or in one above it.
function startOf({ facts, context }: Build, place: Place, command: string): string {
  const whole = commandBehind(localCommand(command), place.repository, [context, place.root])
  if (context === place.root) return localCommand(fromWorkdir(atBuiltProgram(whole, facts), facts.workdir))
  const inside = isAbove(context, place.root) ? `./${pathFrom(context, place.root)}/` : null
  const moved = inside === null ? whole : atBuiltProgram(whole, facts)
  return localCommand(inside !== null && moved.includes(` ${inside}`) ? moved.replace(inside, '') : whole)
}

const isAbove = (folder: string, root: string) => folder === '.' || root.startsWith(`${folder}/`)

/** `gunicorn -c /app/gunicorn.py` in `/app` is `gunicorn -c gunicorn.py` in the folder that was copied there. */
function fromWorkdir(command: string, workdir: string | null): string {
  if (workdir === null || !/^\/[\w./-]*\w$/.test(workdir)) return command
  return command
    .split(' ')
    .map((word, i) => (word.startsWith(`${workdir}/`) ? (i === 0 ? './' : '') + word.slice(workdir.length + 1) : word))
    .join(' ')
}

/** Several ports, and nothing that tells the one for HTTP: only a person can say (case D28). */
function portQuestion(build: Build, texts: Texts): readonly Finding[] {
  const { ports, command, path } = build.facts
  const numbers = [...new Set(ports.map(({ port }) => port))]
  const usual = numbers.filter((port) => webPorts.has(port))
  const said = command ? portIn(command.text) : null
  if (numbers.length < 2 || said?.port || servesFiles(build)) return []
  const proof = proofOf(build, `EXPOSE ${numbers.join(', ')}`, ports[0]?.line)
  const [port, other] = usual
  if (port !== undefined && other === undefined) return [find('port', port, proof)]
  const text = texts.seen.severalPorts(path, numbers)
  return [find('question', { text, choices: ['/cicd setup'] }, proof)]
}

const webPorts: ReadonlySet<number> = new Set([80, 3000, 4000, 5000, 8000, 8080])

/** A Dockerfile that starts something on a port, in a folder where nothing else tells what the app is. */
export const container: Detector = {
  id: 'container',
  reads,
  find(place, known) {
    if (known.some(({ topic }) => settled.has(topic))) return []
    const build = buildFor(place)
    if (!build || !isAt(place, build) || !first(known, 'dockerfile')?.value.usable || build.facts.ports.length === 0)
      return []
    if (servesFiles(build)) return []
    const proof = proofOf(build, `EXPOSE ${build.facts.ports[0]?.port}`, build.facts.ports[0]?.line)
    const { stack } = build.facts
    const kind = find('kind', 'server', proof)
    return stack && stack !== 'deno' && stack !== 'site'
      ? [kind, find('language', stack, proof)].map(tagged(stack))
      : [kind]
  },
}

const settled: ReadonlySet<string> = new Set(['framework', 'kind', 'worker', 'notAnApp', 'definition'])

function isAt(place: Place, build: Build): boolean {
  const { path } = build.facts
  return build.context === place.root || path.slice(0, path.lastIndexOf('/')) === place.root
}
