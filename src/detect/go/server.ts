import type { Detector } from '../detector.ts'
import { buildFor } from '../docker/owner.ts'
import { type Finding, find, first, type Proof } from '../finding.ts'
import { lineOf, type Place } from '../place.ts'
import { goFrameworks, goWorkers } from './frameworks.ts'
import { type GoModule, goModule, versionProof } from './module.ts'
import { goPort } from './port.ts'
import { goSources, type Program, programsAt, wantedGo } from './programs.ts'

/** Go programs: a web framework or `ListenAndServe` makes a server; several programs without a likely one are a question. */
export const goServer: Detector = {
  id: 'go-server',
  stack: 'go',
  reads: ['go.mod', 'main.go'],
  follows: wantedGo,
  find(place, known) {
    const module = goModule(place)
    const program = module && likelyProgram(place)
    if (!module || !program) return []
    const use = useOf(place, module)
    return use ? [...tools(place, module), ...commands(place, program, known), ...use, ...goPort(place)] : []
  },
}

function tools(place: Place, module: GoModule): readonly Finding[] {
  const proof = place.proof('go.mod', `module ${module.module}`, 'module ')
  const image = buildFor(place)?.facts.runtime
  const version = module.version ?? (image?.name === 'go' ? image.version : null)
  return [
    find('language', 'go', proof),
    find('packageManager', { name: 'go modules', version: null }, proof),
    ...(place.has('go.sum') ? [find('lockfile', place.at('go.sum'), place.proof('go.sum', 'go.sum'))] : []),
    find('install', 'go mod download', proof),
    ...(version === null
      ? []
      : [find('runtime', { name: 'go', version, from: place.at('go.mod') }, versionProof(place))]),
  ]
}

const serving = /^(?:server?|api|app|web|http|backend|main|service|serve|rest|gateway|httpd)$|(?:server|api|web|d)$/
const aside = /migrat|seed|cli|tool|gen|worker|cron|job|consumer|script|test|mock|proxy|bench|import|export|client/

/** The program that serves: what the Dockerfile builds, else the likeliest by its name. */
function likelyProgram(place: Place): Program | undefined {
  const programs = programsAt(place)
  const built = buildFor(place)
    ?.facts.runs.map(({ value }) => /\bgo build\b.*?\s(\.\/?[\w./-]*)(?:\/main\.go)?(?:\s|$|&)/.exec(value)?.[1])
    .find((one) => one)
  const normal = built?.replace(/\/+$/, '').replace(/^\.$/, '.')
  const own = goModule(place)?.module.split('/').at(-1)
  return (
    programs.find(({ source }) => source === normal) ??
    only(programs.filter(({ file }) => servesItself(place, file))) ??
    programs.find(({ source }) => source === '.') ??
    programs.find(({ name }) => name === own) ??
    programs.find(({ name }) => serving.test(name)) ??
    programs.find(({ name }) => !aside.test(name)) ??
    programs[0]
  )
}

const starts =
  /\.ListenAndServe|\bListenAndServe\(|\.(?:Run|Start|Listen)\(\s*(?:":\d|fmt|addr|":"|os\.Getenv)|\bhttp\.Server\{/

function servesItself(place: Place, file: string): boolean {
  return starts.test(place.text(file) ?? '')
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined
}

function commands(place: Place, program: Program, known: readonly Finding[]): readonly Finding[] {
  const proof = place.proof(program.file, 'func main()', 'func main()')
  const declared = first(known, 'start')?.value
  const inImage = buildFor(place)
    ?.facts.runs.map(({ value }) =>
      /(?:\bCGO_ENABLED=\d\s+(?:\w+=\w+\s+)*)?\bgo build\b[^&|;]*/.exec(value)?.[0].trim(),
    )
    .find((one) => one)
  const target = declared && /^\S+$/.test(declared) ? declared : `./bin/${program.name}`
  const build =
    declared && inImage && !/[$`]/.test(inImage)
      ? inImage
      : `go build -o ${target.replace(/^\.\//, '')} ${program.source}`
  return [find('build', build, proof), find('start', `./bin/${program.name}`, proof)]
}

function useOf(place: Place, module: GoModule): readonly Finding[] | null {
  const listens = listening(place)
  for (const framework of goFrameworks) {
    const proof = requirement(module, framework.modules)
    if (proof)
      return [
        find('framework', { id: framework.id, kind: 'server', major: null, spa: false }, proof),
        ...(listens ? [] : []),
      ]
  }
  if (listens) return [find('framework', { id: 'net/http', kind: 'server', major: null, spa: false }, listens)]
  for (const { id, modules, runs } of goWorkers) {
    const proof = requirement(module, modules)
    if (proof && goSources(place).some(({ text }) => runs.test(text)))
      return [find('framework', { id, kind: 'worker', major: null, spa: false }, proof)]
  }
  return null
}

function requirement(module: GoModule, pattern: RegExp): Proof | undefined {
  return [...module.requires].find(([path]) => pattern.test(path))?.[1]
}

const serves =
  /\bhttp\.(?:ListenAndServe|Serve)(?:TLS)?\(|\.ListenAndServe(?:TLS)?\(|\bhttp\.Server\{|\bgrpc\.NewServer\(/

function listening(place: Place): Proof | null {
  const file = goSources(place).find(({ text }) => serves.test(text))
  const says = file && serves.exec(file.text)?.[0]
  return file && says !== undefined
    ? { path: place.at(file.name), line: lineOf(file.text, says), says: `${says}…` }
    : null
}
