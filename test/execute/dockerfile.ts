import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { buildContext } from './build-context.ts'
import { checkAnswers, type Expected } from './check.ts'
import { copy, ignored } from './docker-context.ts'
import { assignments, dockerfileStages, healthCommand, type Stage, type Step } from './dockerfile-steps.ts'
import { cleanEnvironment, type Variables } from './environment.ts'
import { commandOnMachine, listOnMachine, onMachine } from './image-paths.ts'
import { finish, start } from './processes.ts'
import { layPython, pipVariables, pythonVersion } from './python-image.ts'
import { cleanCopy, type Repository } from './repository.ts'
import { scratch } from './scratch.ts'
import { serving } from './serve.ts'
import { runSession } from './session.ts'
import { layNode } from './toolchain.ts'

/** The user that stands for every user without rights, where the harness may take one on. */
const unprivileged = process.getuid?.() === 0 ? 10_001 : undefined

/** An image in the making. Its files lie at one place of this machine for all stages, since programs write down where they are. */
interface Image {
  readonly env: Map<string, string>
  folder: string
  user: string
  command: readonly string[] | null
  health: readonly string[] | null
  port: number | null
}

interface Build {
  readonly root: string
  readonly context: string
  readonly tools: string
  readonly done: Map<string, { readonly files: string; readonly image: Image }>
  readonly reports: string[]
}

/**
 * Carries out a Dockerfile stage by stage in a folder and starts what comes out of it: COPY, WORKDIR, ENV, RUN and CMD are real,
 * base images are stand-ins with the same programs, system packages and users are stubbed and named in the report.
 */
export async function runDockerfile(
  repository: Repository,
  tools: string,
  path: string,
  expected: Expected,
): Promise<readonly string[]> {
  const context = buildContext(repository.answer, path)
  const room = scratch('dockerfile')
  const copied = cleanCopy(repository, 'context')
  const stages = dockerfileStages(readFileSync(join(copied, path), 'utf8'))
  const build: Build = {
    root: join(room, 'image'),
    context: contextOf(copied, path, context),
    tools,
    done: new Map(),
    reports: [],
  }
  let last: Image | null = null
  for (const [index, stage] of stages.entries()) {
    last = await runStage(stage, build)
    if (index < stages.length - 1) setAside(build, room, stage.name ?? String(index), last)
  }
  if (last === null) throw new Error('a Dockerfile without a stage')
  return [...build.reports, await startImage(last, build, expected)]
}

/** The build context without what `.dockerignore` leaves out. */
function contextOf(copied: string, path: string, context: string): string {
  const folder = join(copied, context)
  const file = [`${join(copied, path)}.dockerignore`, join(folder, '.dockerignore')].find((name) => existsSync(name))
  const leftOut = ignored(file === undefined ? [] : readFileSync(file, 'utf8').split('\n'))
  const lean = scratch('lean-context')
  cpSync(folder, lean, { recursive: true, filter: (from) => !leftOut(from.slice(folder.length + 1)) })
  return lean
}

function setAside(build: Build, room: string, name: string, image: Image): void {
  const files = join(room, `stage-${name}`)
  renameSync(build.root, files)
  build.done.set(name, { files, image })
}

async function runStage(stage: Stage, build: Build): Promise<Image> {
  const image = baseOf(stage, build)
  for (const step of stage.steps) await carryOut(step, image, build)
  return image
}

function baseOf({ image: name }: Stage, build: Build): Image {
  const base = build.done.get(name)
  if (base) {
    cpSync(base.files, build.root, { recursive: true, verbatimSymlinks: true })
    return { ...base.image, env: new Map(base.image.env) }
  }
  const [, language, version = ''] = /^(node|python):(\d+(?:\.\d+)?)/.exec(name) ?? []
  const prefix = join(build.root, 'usr', 'local')
  for (const folder of ['root', 'tmp', 'home/app']) mkdirSync(join(build.root, folder), { recursive: true })
  if (language === 'node') layNode(build.tools, prefix, version)
  else if (language === 'python' && version === pythonVersion())
    layPython(prefix, { python: ['python', 'python3'], pip: ['pip', 'pip3'] })
  else throw new Error(`no stand-in for the image ${name}`)
  build.reports.push(`stand-in: ${name}`)
  return {
    env: new Map([['PATH', '/usr/local/bin:/usr/bin:/bin']]),
    folder: '/',
    user: 'root',
    command: null,
    health: null,
    port: null,
  }
}

async function carryOut(step: Step, image: Image, build: Build): Promise<void> {
  const { keyword, text } = step
  if (keyword === 'WORKDIR') {
    image.folder = text.startsWith('/') ? text : join(image.folder, text)
    mkdirSync(onMachine(build.root, image.folder), { recursive: true })
  } else if (keyword === 'ENV' || keyword === 'ARG')
    for (const [name, value] of assignments(text, image.env)) image.env.set(name, value)
  else if (keyword === 'USER') image.user = text
  else if (keyword === 'EXPOSE') image.port = Number(text)
  else if (keyword === 'HEALTHCHECK') image.health = healthCommand(text)
  else if (keyword === 'CMD') image.command = step.list
  else if (keyword === 'COPY') copyStep(step, image, build)
  else await runStep(step, image, build)
}

function copyStep({ text, flags }: Step, image: Image, build: Build): void {
  const paths = text.split(/\s+/)
  const target = paths.at(-1) ?? ''
  const from = flags.get('from')
  const source = from === undefined ? build.context : build.done.get(from)?.files
  if (source === undefined) throw new Error(`COPY: no stand-in for the image ${from}`)
  const to = onMachine(build.root, target.startsWith('/') ? target : join(image.folder, target))
  mkdirSync(dirname(to), { recursive: true })
  copy(source, {
    sources: paths.slice(0, -1),
    to,
    parents: flags.has('parents'),
    intoFolder: /(?:^|\/)\.?$/.test(target),
  })
  if (flags.has('chown') && unprivileged !== undefined) giveAway(to, unprivileged)
}

function giveAway(path: string, owner: number): void {
  const stat = lstatSync(path)
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveAway(join(path, name), owner)
  if (stat.isSymbolicLink()) lchownSync(path, owner, owner)
  else chownSync(path, owner, owner)
}

async function runStep({ text, flags }: Step, image: Image, build: Build): Promise<void> {
  if (/^(?:apt-get|useradd|adduser|groupadd) /.test(text)) {
    build.reports.push(`stubbed: RUN ${text.split(/\s+/).slice(0, 2).join(' ')}`)
    return
  }
  const cache = /(?:^|,)target=([^,]+)/.exec(flags.get('mount') ?? '')?.[1]
  const mounted = cache === undefined ? null : onMachine(build.root, cache)
  if (mounted !== null) mkdirSync(mounted, { recursive: true })
  const commands = [commandOnMachine(build.root, text)]
  await runSession({
    commands,
    cwd: onMachine(build.root, image.folder),
    env: { ...environment(image, build.root), ...pipIfAny(image, build) },
  })
  if (mounted !== null) rmSync(mounted, { recursive: true, force: true })
}

function pipIfAny(_image: Image, build: Build): Variables {
  return existsSync(join(build.root, 'usr', 'local', 'pyvenv.cfg')) ? pipVariables() : {}
}

function environment(image: Image, root: string): Variables {
  const home = join(root, image.user === 'root' ? 'root' : 'home/app')
  const own = [...image.env].map(([name, value]) => [name, listOnMachine(root, value)] as const)
  return cleanEnvironment([], home, { NPM_CONFIG_PREFIX: join(root, 'usr', 'local'), ...Object.fromEntries(own) })
}

async function startImage(image: Image, build: Build, expected: Expected): Promise<string> {
  const { command, port, health } = image
  if (command === null || port === null) throw new Error('the last stage has no CMD in exec form, or no EXPOSE')
  const user = image.user === 'root' ? undefined : unprivileged
  if (user !== undefined) for (const folder of ['home/app', 'tmp']) giveAway(join(build.root, folder), user)
  const place = { cwd: onMachine(build.root, image.folder), env: environment(image, build.root), user }
  const argv = (list: readonly string[]) => list.map((word) => commandOnMachine(build.root, word))
  return serving({ ...place, argv: argv(command), port }, async (get) => {
    const answers = await checkAnswers(get, expected)
    if (health === null) throw new Error('the last stage has no HEALTHCHECK')
    const { code, output } = await finish(start({ ...place, argv: argv(health) }), 10_000)
    if (code !== 0) throw new Error(`HEALTHCHECK gave ${code}: ${output}`)
    return `${user === undefined ? 'as the user of the harness' : 'as a user without rights'}, port ${port}; ${answers}, HEALTHCHECK → 0`
  })
}
