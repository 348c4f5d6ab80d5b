import type { Command } from './shell.ts'

const runners: ReadonlySet<string> = new Set([
  ...[
    'node',
    'nodejs',
    'nodemon',
    'ts-node',
    'ts-node-dev',
    'ts-node-esm',
    'tsnd',
    'tsx',
    'babel-node',
    'bun',
    'pm2',
    'pm2-runtime',
  ],
  ...[
    'forever',
    'node-dev',
    'swc-node',
    'esno',
    'jiti',
    'vite-node',
    'fastify',
    'probot',
    'micro',
    'supervisor',
    'esrun',
    'srvx',
    'json-server',
  ],
])
const verbs: ReadonlySet<string> = new Set(['run', 'start', 'watch', 'serve', 'exec'])
const valued: ReadonlySet<string> = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '-P',
  '--project',
  '--env-file',
  '--env-file-if-exists',
  '-w',
  '--watch',
  '-e',
  '--ext',
  '--exec',
  '-x',
  '-i',
  '--name',
  '-n',
  '-C',
  '--tsconfig',
  '--ignore',
  '-l',
  '-p',
  '--port',
  '-a',
  '--watch-path',
])

/** The file that a program call runs; null where it runs none. */
export function fileOf({ words }: Command): string | null {
  const [program = '', ...rest] = words
  if (program === 'nest') return rest[0] === 'start' ? 'src/main' : null
  if (!runners.has(program)) return null
  const inner = rest.findIndex((word) => word === '--exec' || word === '-x')
  if (inner >= 0) return fileOf({ env: {}, folder: '.', words: (rest[inner + 1] ?? '').split(' ') })
  const plain = rest.filter((word, i) => !word.startsWith('-') && !takesValue(program, rest[i - 1]))
  return plain.find((word, i) => !(i === 0 && verbs.has(word))) ?? null
}

// `--watch file` of Node and tsx takes no value, that of nodemon does.
const takesValue = (program: string, option: string | undefined) =>
  option !== undefined && valued.has(option) && (option !== '--watch' || program === 'nodemon')
