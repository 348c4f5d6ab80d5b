import { posix } from 'node:path'
import { parse } from 'yaml'

/** How Amplify builds one app of a repository. Folders are relative to the repository. */
export interface AmplifyBuild {
  readonly appRoot: string
  /** Where the commands run. */
  readonly folder: string
  /** `preBuild` and `build` run before the artifacts are taken, `postBuild` after. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly published: string
  readonly files: readonly string[]
  readonly cached: readonly string[]
}

interface Frontend {
  readonly phases: Readonly<Record<string, { readonly commands: readonly string[] }>>
  readonly artifacts: { readonly baseDirectory: string; readonly files: readonly string[] }
  readonly cache?: { readonly paths: readonly string[] }
  readonly buildPath?: string
}

interface BuildSpec {
  readonly version: number
  readonly frontend?: Frontend
  readonly applications?: readonly { readonly appRoot: string; readonly frontend: Frontend }[]
}

/** The builds of an `amplify.yml`, in its order. */
export function amplifyBuilds(text: string): readonly AmplifyBuild[] {
  const spec: BuildSpec = parse(text)
  if (spec.version !== 1) throw new Error(`version ${spec.version} of amplify.yml`)
  if (spec.frontend) return [build('.', spec.frontend)]
  return (spec.applications ?? []).map(({ appRoot, frontend }) => build(appRoot, frontend))
}

function build(appRoot: string, { phases, artifacts, cache, buildPath }: Frontend): AmplifyBuild {
  const unknown = Object.keys(phases).filter((name) => !['preBuild', 'build', 'postBuild'].includes(name))
  if (unknown.length > 0) throw new Error(`Amplify has no phase ${unknown.join(', ')}`)
  const folder = inRepository(buildPath ?? appRoot)
  return {
    appRoot,
    folder,
    before: [...(phases.preBuild?.commands ?? []), ...(phases.build?.commands ?? [])],
    after: phases.postBuild?.commands ?? [],
    published: inRepository(posix.join(folder, artifacts.baseDirectory)),
    files: artifacts.files,
    cached: (cache?.paths ?? []).map((path) => inRepository(posix.join(folder, path))),
  }
}

/** `/` is the repository; a path that leads out of it is published and cached by nobody. */
function inRepository(path: string): string {
  const inside = posix.normalize(path).replace(/^\/+/, '').replace(/\/+$/, '') || '.'
  if (inside.startsWith('..')) throw new Error(`${path} lies outside of the repository`)
  return inside
}
