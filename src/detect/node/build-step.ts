import type { Command } from './shell.ts'

const builders: ReadonlySet<string> = new Set([
  ...[
    'tsc',
    'tsc-alias',
    'tspc',
    'ttsc',
    'tsup',
    'tsdown',
    'esbuild',
    'swc',
    'babel',
    'ncc',
    'unbuild',
    'pkgroll',
    'microbundle',
  ],
  ...[
    'webpack',
    'mix',
    'encore',
    'rspack',
    'rsbuild',
    'vite',
    'rollup',
    'parcel',
    'browserify',
    'gulp',
    'grunt',
    'sass',
    'node-sass',
    'postcss',
    'tailwindcss',
  ],
  ...['react-scripts', 'vue-cli-service', 'ng', 'next', 'nuxt', 'nuxi', 'nest', 'gatsby', 'astro', 'remix'],
  ...[
    'eslint',
    'prettier',
    'biome',
    'tslint',
    'copyfiles',
    'cpx',
    'cpx2',
    'ncp',
    'cpy',
    'cp',
    'mkdir',
    'mkdirp',
    'rm',
    'rimraf',
    'del',
    'del-cli',
    'shx',
  ],
])
const silent: ReadonlySet<string> = new Set(['echo', 'clear', 'true', ':', 'only-allow'])

/** Whether a program only makes or cleans files, and so belongs to the build and not to the start. */
export function isBuildStep({ words }: Command): boolean {
  return builders.has(words[0] ?? '') && !['start', 'serve', 'dev', 'preview'].includes(words[1] ?? '')
}

/** Whether a program does nothing that matters. */
export function isSilent({ words }: Command): boolean {
  return silent.has(words[0] ?? '')
}

/** A command as it is written in a shell, with its variables. */
export function written({ env, words }: Command): string {
  const plain = Object.entries(env).filter(([, value]) => /^[\w./:@,=-]*$/.test(value))
  return [...plain.map(([name, value]) => `${name}=${value}`), ...words.map(quoted)].join(' ')
}

const quoted = (word: string) => (/^[\w./:@,=+%${}~^*-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
