import type { App } from '../../model.ts'
import { isBerry, managerCommands } from '../../render/setup/node.ts'
import { shellWord } from '../../render/shell.ts'
import { pythonPackages } from '../python-packages.ts'
import { listenEverywhere } from '../start-command.ts'

/** The commands of a source build, by App Runner's stages. `build` is never empty: App Runner requires it. */
export interface SourceBuild {
  readonly preBuild: readonly string[]
  readonly build: readonly string[]
  /** Runs in the image that serves, which gets nothing of the build but `/app`. */
  readonly preRun: readonly string[]
  readonly start: string
  /** Variables of the build, which `preRun` sees too. */
  readonly env: readonly { readonly name: string; readonly value: string }[]
}

/**
 * How App Runner's revised build gets an app to run: packages that are installed outside of `/app` do not reach the serving image.
 * Source: https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html (2026-11).
 */
export function sourceBuild(app: App, port: number): SourceBuild {
  return app.language === 'python' ? pythonBuild(app, port) : nodeBuild(app)
}

function nodeBuild(app: App): SourceBuild {
  const manager = nodeManager(app)
  const start = app.start ?? ''
  const steps = [...commandList(app.install), ...commandList(app.build)]
  return {
    preBuild: manager,
    build: steps.length > 0 ? steps : ["echo 'No build step'"],
    preRun: /^(?:pnpm|bunx?|yarn)\b/.test(start) ? manager : [],
    start: runnable(start),
    env: [],
  }
}

/** Node 22 comes with npm and Yarn 1. Yarn 2 and later come from npm too, over the Yarn that is there: Corepack is not promised. */
function nodeManager(app: App): readonly string[] {
  if (!isBerry(app)) return managerCommands(app)
  const version = app.packageManager?.version ?? '4'
  return [`npm install --global --force ${shellWord(`@yarnpkg/cli-dist@${version}`)}`]
}

function pythonBuild(app: App, port: number): SourceBuild {
  const { install: listed, prefix, env } = pythonInstall(app)
  const install = [...listed, ...added(app, prefix)]
  const build = commandList(app.build).map(python3)
  return {
    preBuild: [],
    build:
      build.length > 0
        ? [...install, ...build.map((command) => prefixed(command, prefix))]
        : ["echo 'No build step, packages are installed in pre-run'"],
    preRun: install,
    start: runnable(prefixed(python3(listenEverywhere(app.start ?? '', String(port))), prefix)),
    env,
  }
}

interface PythonInstall {
  readonly install: readonly string[]
  /** What a program of the packages is called with. */
  readonly prefix: string
  readonly env: SourceBuild['env']
}

function pythonInstall(app: App): PythonInstall {
  const { name, version } = app.packageManager ?? { name: 'pip', version: null }
  const exact = (range: string) => `pip3 install ${shellWord(version ? `${name}==${version}` : range)}`
  if (name === 'uv') {
    const env = [{ name: 'UV_PYTHON', value: 'python3' }]
    return {
      install: [exact('uv<1'), `uv sync${app.lockfile ? ' --frozen' : ''} --no-dev`],
      prefix: 'uv run --no-sync',
      env,
    }
  }
  if (name === 'poetry') {
    const env = [{ name: 'POETRY_VIRTUALENVS_IN_PROJECT', value: 'true' }]
    return { install: [exact('poetry>=2,<3'), app.install ?? 'poetry install --only main'], prefix: 'poetry run', env }
  }
  if (name === 'pipenv') {
    const file = '/tmp/requirements.txt'
    return {
      install: [exact('pipenv'), `pipenv requirements > ${file}`, `pip3 install --requirement ${file}`],
      prefix: '',
      env: [],
    }
  }
  return { install: commandList(app.install).map(python3), prefix: '', env: [] }
}

function added(app: App, prefix: string): readonly string[] {
  const names = pythonPackages(app).join(' ')
  if (names === '') return []
  if (app.packageManager?.name === 'uv') return [`uv pip install ${names}`]
  return [prefix === '' ? `pip3 install ${names}` : `${prefix} pip install ${names}`]
}

/** The runtime has `python3` and `pip3` only. */
function python3(command: string): string {
  return command
    .replace(/^python(?:3(?:\.\d+)?)? -m pip\b/, 'pip3')
    .replace(/^pip(?=\s)/, 'pip3')
    .replace(/^python(?:3\.\d+)?(?=\s)/, 'python3')
}

function prefixed(command: string, prefix: string): string {
  if (prefix === '') return command
  const tool = prefix.split(' ')[0] ?? ''
  return command.startsWith(`${tool} run `)
    ? `${prefix} ${command.slice(`${tool} run `.length).replace(/^--no-sync /, '')}`
    : `${prefix} ${command}`
}

/** One command per item, so that a failure names its line; a list that changes folder or quotes stays together. */
export function commandList(command: string | null): readonly string[] {
  if (command === null) return []
  if (/["'`();|]|(?:^|&&\s*)cd\s/.test(command)) return [command]
  return command.split('&&').map((part) => part.trim())
}

/** App Runner starts a program, not a shell. */
function runnable(command: string): string {
  const plain = !/[;&|<>$`"'()]/.test(command) && !/^\w+=/.test(command)
  return plain ? command : `sh -c ${shellWord(command)}`
}
