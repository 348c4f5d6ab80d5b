import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cleanEnvironment, type Variables } from './environment.ts'
import { lastingFolder, scratch } from './scratch.ts'

/** Debian's packages that the samples need: the machine has them before the harness starts. */
const packages = ['python3-flask', 'python3-fastapi', 'python3-django', 'python3-gunicorn', 'python3-uvicorn']
const interpreter = '/usr/bin/python3'
const packer = fileURLToPath(new URL('./wheels.py', import.meta.url))

let wheelhouse: string | null = null

/** The folder of wheels that pip installs from, packed once. It outlives the samples. */
export function wheels(): string {
  if (wheelhouse !== null) return wheelhouse
  const folder = lastingFolder('wheels')
  try {
    execFileSync(interpreter, [packer, folder, ...packages], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    throw new Error(`The Python samples need Debian's packages: apt-get install python3-venv ${packages.join(' ')}`, {
      cause: error,
    })
  }
  wheelhouse = folder
  return folder
}

/** `3.11` of the machine's own Python. */
export function pythonVersion(): string {
  const script = 'import sys; print("%d.%d" % sys.version_info[:2])'
  return execFileSync(interpreter, ['-c', script], { encoding: 'utf8' }).trim()
}

/** The names under which an image offers its Python and pip. */
export interface Names {
  readonly python: readonly string[]
  readonly pip: readonly string[]
}

/** Lays a fresh Python without packages below `prefix`, which programs of packages are installed to as well. */
export function layPython(prefix: string, names: Names): void {
  execFileSync(interpreter, ['-m', 'venv', prefix])
  const bin = join(prefix, 'bin')
  for (const name of ['python', 'python3', `python${pythonVersion()}`]) {
    rmSync(join(bin, name), { force: true })
    if (name === 'python3' || names.python.includes(name)) symlinkSync(interpreter, join(bin, name))
  }
  for (const name of ['pip', 'pip3', `pip${pythonVersion()}`])
    if (!names.pip.includes(name)) rmSync(join(bin, name), { force: true })
}

/** Makes pip install from Debian's packages alone. */
export function pipVariables(): Variables {
  return { PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels(), PIP_DISABLE_PIP_VERSION_CHECK: '1' }
}

/** A stand-in for an image with Python: the folder it lives in, and what its processes see. */
export function pythonImage(names: Names, more: Variables = {}): { readonly folder: string; readonly env: Variables } {
  const folder = scratch('python')
  const prefix = join(folder, 'usr', 'local')
  const home = join(folder, 'root')
  mkdirSync(home)
  layPython(prefix, names)
  return { folder, env: cleanEnvironment([join(prefix, 'bin')], home, { ...pipVariables(), ...more }) }
}
