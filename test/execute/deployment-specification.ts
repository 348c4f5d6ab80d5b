import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly version: number
  readonly routes: readonly {
    readonly path: string
    readonly target: { readonly kind: string; readonly src?: string }
  }[]
  readonly computeResources?: readonly {
    readonly name: string
    readonly runtime: string
    readonly entrypoint: string
  }[]
}

/** The server of a build, to be started with Node `major` in `cwd`; `says` is a line for the report. */
export interface DeploymentServer {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly major: string
  readonly says: string
}

/**
 * Checks a folder against Amplify's deployment specification and lays its server, alone, into `home`.
 * Source: https://docs.aws.amazon.com/amplify/latest/userguide/ssr-deployment-specification.html (2026-11).
 */
export function deploymentServer(folder: string, home: string): DeploymentServer {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'deploy-manifest.json'), 'utf8'))
  const [compute, ...more] = manifest.computeResources ?? []
  if (manifest.version !== 1 || !compute || more.length > 0 || compute.name !== 'default')
    throw new Error('deploy-manifest.json names no server')
  const major = /^nodejs(20|22|24)\.x$/.exec(compute.runtime)?.[1]
  if (major === undefined) throw new Error(`Amplify has no runtime ${compute.runtime}`)
  if (manifest.routes.length > 25) throw new Error(`${manifest.routes.length} routes, and 25 are allowed`)
  const from = join(folder, 'compute', 'default')
  const size = sizeOf(from) / 1_000_000
  if (size > 220) throw new Error(`the server takes ${Math.round(size)} MB, and 220 are allowed`)
  cpSync(from, join(home, 'default'), { recursive: true, verbatimSymlinks: true })
  return {
    argv: ['node', compute.entrypoint],
    cwd: join(home, 'default'),
    major,
    says: `deployment specification for ${compute.runtime}, ${manifest.routes.length} routes, server ${Math.ceil(size)} MB, run alone`,
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).size : 0)
  }, 0)
}
