import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cleanEnvironment } from './environment.ts'
import { finish, start } from './processes.ts'

const manifest = fileURLToPath(new URL('./toolchain/', import.meta.url))

/** The npm that comes with each Node. */
const npmOf: Readonly<Record<string, string>> = { '22': 'npm-10', '24': 'npm-11' }

/** Node majors that the toolchain has. */
export const nodeMajors: readonly string[] = Object.keys(npmOf)

/**
 * The folder with the runtimes and package managers of `toolchain/package.json`, installed from the npm registry once for
 * each state of its lockfile. Throws with what to do where that is not possible.
 */
export async function toolchain(): Promise<string> {
  if (`${process.platform}-${process.arch}` !== 'linux-x64')
    throw new Error(
      `The harness brings Node for linux-x64 only, and this is ${process.platform}-${process.arch}. Run it in CI.`,
    )
  const lock = readFileSync(join(manifest, 'package-lock.json'))
  const folder = join(tmpdir(), `slipway-toolchain-${createHash('sha256').update(lock).digest('hex').slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const fresh = `${folder}.${process.pid}`
  cpSync(manifest, fresh, { recursive: true })
  const env = cleanEnvironment([join(process.execPath, '..')], fresh)
  const install = start({ argv: ['npm', 'ci', '--ignore-scripts'], cwd: fresh, env })
  const { code, output } = await finish(install, 300_000)
  if (code !== 0) throw new Error(`The toolchain could not be installed from the npm registry:\n${output}`)
  if (!existsSync(folder)) renameSync(fresh, folder)
  return folder
}

/** A folder laid out as `/usr/local` of an image with Node: programs in `bin`, global packages beside it. */
export function layNode(tools: string, prefix: string, major: string): void {
  const npm = npmOf[major]
  if (npm === undefined) throw new Error(`The toolchain has Node ${nodeMajors.join(' and ')}, not ${major}.`)
  const bin = join(prefix, 'bin')
  mkdirSync(bin, { recursive: true })
  const modules = join(tools, 'node_modules')
  symlinkSync(join(modules, `node-${major}`, 'bin', 'node'), join(bin, 'node'))
  program(bin, 'npm', join(modules, npm, 'bin', 'npm-cli.js'))
  program(bin, 'npx', join(modules, npm, 'bin', 'npx-cli.js'))
  program(bin, 'yarn', join(modules, 'yarn', 'bin', 'yarn.js'))
  program(bin, 'corepack', join(modules, 'corepack', 'dist', 'corepack.js'))
}

function program(bin: string, name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\nexec node "${script}" "$@"\n`, { mode: 0o755 })
}
