import { parse } from 'yaml'

/** How App Runner builds and starts a service from source. */
export interface SourceService {
  readonly language: 'node' | 'python'
  readonly preBuild: readonly string[]
  readonly build: readonly string[]
  readonly postBuild: readonly string[]
  readonly buildVariables: Readonly<Record<string, string>>
  readonly preRun: readonly string[]
  readonly command: string
  readonly port: number
  readonly variables: Readonly<Record<string, string>>
  /** Names of variables whose values come from a store that does not exist here. */
  readonly secrets: readonly string[]
}

interface Pair {
  readonly name: string
  readonly value: string
}

interface Config {
  readonly version: number
  readonly runtime: string
  readonly build: {
    readonly commands: Readonly<Record<string, readonly string[]>>
    readonly env?: readonly Pair[]
  }
  readonly run: {
    readonly 'pre-run'?: readonly string[]
    readonly command: string
    readonly network: { readonly port: number; readonly env?: string }
    readonly env?: readonly Pair[]
    readonly secrets?: readonly { readonly name: string }[]
  }
}

const languages: Readonly<Record<string, SourceService['language']>> = { nodejs22: 'node', python311: 'python' }

/** What an `apprunner.yaml` says. Throws for a runtime without the revised build and for a build without commands. */
export function sourceService(text: string): SourceService {
  const { version, runtime, build, run }: Config = parse(text)
  const language = languages[runtime]
  if (version !== 1 || language === undefined) throw new Error(`apprunner.yaml of version ${version} for ${runtime}`)
  const { 'pre-build': preBuild = [], build: commands = [], 'post-build': postBuild = [] } = build.commands
  if (commands.length === 0) throw new Error('App Runner requires build commands')
  const pairs = (list: readonly Pair[] = []) => Object.fromEntries(list.map(({ name, value }) => [name, value]))
  const port = String(run.network.port)
  return {
    language,
    preBuild,
    build: commands,
    postBuild,
    buildVariables: pairs(build.env),
    preRun: run['pre-run'] ?? [],
    command: run.command,
    port: run.network.port,
    variables: { PORT: port, ...(run.network.env ? { [run.network.env]: port } : {}), ...pairs(run.env) },
    secrets: (run.secrets ?? []).map(({ name }) => name),
  }
}
