import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, type Variables } from './environment.ts'
import { scratch } from './scratch.ts'
import { layNode } from './toolchain.ts'

/** A stand-in for an image with Node: the folder it lives in, and what its processes see. */
export interface NodeImage {
  readonly folder: string
  readonly env: Variables
}

/** A fresh image with one Node major, its npm, Yarn 1 and Corepack, and an empty home. `npm install --global` stays inside. */
export function nodeImage(tools: string, major: string, more: Variables = {}): NodeImage {
  const folder = scratch(`node-${major}`)
  const prefix = join(folder, 'usr', 'local')
  const home = join(folder, 'root')
  mkdirSync(home)
  layNode(tools, prefix, major)
  return { folder, env: cleanEnvironment([join(prefix, 'bin')], home, { NPM_CONFIG_PREFIX: prefix, ...more }) }
}
