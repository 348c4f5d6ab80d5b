import { roomOf, type Source } from './imports.ts'

/** Which rooms a room may import from, besides itself. The folder and the file of the same name are one room. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  errors: ['text'],
  text: ['model'],
  render: ['model', 'errors', 'text'],
  detect: ['model', 'errors', 'text'],
  command: ['model', 'errors', 'text'],
  config: ['model', 'errors', 'text', 'detect', 'command'],
  targets: ['model', 'errors', 'text', 'render'],
  decide: ['model', 'errors', 'text', 'render', 'detect', 'targets', 'config'],
  propose: ['model', 'errors', 'text', 'render', 'detect', 'targets', 'config', 'decide'],
  accounts: ['model', 'errors', 'text', 'render', 'detect', 'targets', 'config', 'decide'],
  page: ['model', 'errors', 'text', 'render'],
  overview: ['model', 'errors', 'text', 'render', 'detect'],
  settings: ['model', 'errors', 'text'],
  tree: ['model', 'errors', 'text'],
  github: ['model', 'errors', 'text', 'tree', 'settings'],
  aws: ['model', 'errors', 'text', 'tree', 'settings'],
  local: ['model', 'errors', 'text', 'tree', 'settings'],
  queue: ['model', 'errors', 'text', 'tree', 'settings'],
}

/** The rooms of the pure middle: plain data in, plain data out. */
const pure: ReadonlySet<string> = new Set([
  'model',
  'errors',
  'text',
  'render',
  'detect',
  'command',
  'config',
  'targets',
  'decide',
  'propose',
  'accounts',
  'page',
  'overview',
])
const purePackages: ReadonlySet<string> = new Set([
  'yaml',
  'smol-toml',
  'jsonc-parser',
  'semver',
  'picomatch',
  'node-diff3',
  'diff',
  'highlight.js',
])
const impure: readonly RegExp[] = [
  /\bprocess\./,
  /\bnew Date\(\)/,
  /\bDate\.now\b/,
  /\bMath\.random\b/,
  /\bfetch\(/,
  /\bperformance\./,
  /\bsetTimeout\b/,
  /\bawait\b/,
  /\bcrypto\./,
]

/** Packages that only one room may use. */
const owners: readonly { readonly name: RegExp; readonly rooms: readonly string[] }[] = [
  { name: /^(@octokit\/|octokit$)/, rooms: ['github'] },
  { name: /^probot/, rooms: ['github', 'app', 'main'] },
  { name: /^@aws-sdk\//, rooms: ['aws'] },
  { name: /^node:fs/, rooms: ['local'] },
  { name: /^(pg|pg-boss)$/, rooms: ['queue'] },
]

const forbiddenNames = /(^|\/)(utils?|helpers?|managers?|services?|common)(\/|\.ts$)/

/** What a file does against the rules, in words. */
export function faults(source: Source): readonly string[] {
  return [
    ...directions(source),
    ...impurities(source),
    ...ownership(source),
    ...lateRooms(source),
    ...naming(source),
  ].map((fault) => `${source.path} ${fault}`)
}

function directions({ room, imports }: Source): readonly string[] {
  const allowed = mayImport[room]
  if (!allowed) return []
  return imports
    .filter(({ name }) => name.endsWith('.ts'))
    .map(({ name }) => roomOf(name))
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) => `imports from ${other}, which ${room} must not`)
}

function impurities({ room, imports, text }: Source): readonly string[] {
  if (!pure.has(room)) return []
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`|\/(?:\\.|\[[^\]]*\]|[^/\n*])+\//g, '')
  return [
    ...imports
      .filter(({ name }) => !name.endsWith('.ts') && !purePackages.has(packageOf(name)))
      .map(({ name }) => `imports ${name} in the pure middle`),
    ...impure.filter((pattern) => pattern.test(code)).map((pattern) => `uses ${pattern.source} in the pure middle`),
  ]
}

/** `highlight.js/lib/core` is part of the package `highlight.js`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

function ownership({ room, imports, text, path }: Source): readonly string[] {
  const borrowed = imports
    .filter(({ typeOnly }) => !typeOnly)
    .flatMap(({ name }) =>
      owners
        .filter((owner) => owner.name.test(name) && !owner.rooms.includes(room))
        .map(() => `imports ${name}, which belongs to another room`),
    )
  const reads = /\bprocess\.env\b/.test(text) && path !== 'settings.ts' && room !== 'settings'
  return reads ? [...borrowed, 'reads process.env, which only settings.ts may'] : borrowed
}

/** The SDK takes longer to load than a command takes to run, so its room is loaded by `import()` when it is needed. */
function lateRooms({ room, imports }: Source): readonly string[] {
  if (room === 'aws') return []
  return imports
    .filter(({ name, typeOnly, lazy }) => name.startsWith('aws/') && !typeOnly && !lazy)
    .map(({ name }) => `loads ${name} at once, not when it is needed`)
}

function naming({ path }: Source): readonly string[] {
  const name = path.split('/').at(-1) ?? ''
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name) ? [] : ['is not in kebab case']),
    ...(forbiddenNames.test(path) ? ['has a name that says nothing'] : []),
  ]
}
