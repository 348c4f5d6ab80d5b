import { get, texts } from '../json.ts'
import { expressionOf, withoutComments } from '../source.ts'
import type { NodeProject } from './project.ts'
import { programsOf } from './scripts.ts'
import type { Command } from './shell.ts'
import { compiled } from './typescript-output.ts'

/**
 * The file that the build script makes of a source file: by tsc, tsup, tsdown, esbuild, ncc, swc, Babel, Bun, unbuild
 * or webpack with their defaults. Null where the build makes nothing of it, as far as can be told.
 */
export function builtFile(project: NodeProject, source: string): string | null {
  const programs = programsOf(project.manifest, 'build')
  if (keepsAliases(project, programs)) return null
  for (const command of programs) {
    const rule = rules.find(([program]) => program === command.words[0])
    const file = rule?.[1](project, command, source)
    if (file) return file
  }
  return null
}

/** The compiler alone leaves names such as `@/routes` as they are: what it writes cannot be started where a loader has to resolve them. */
function keepsAliases({ manifest }: NodeProject, programs: readonly Command[]): boolean {
  const isPlain = programs.length > 0 && programs.every(({ words }) => plain.has(words[0] ?? ''))
  const loader = [...manifest.scripts.values()].some(
    (line) => /-r tsconfig-paths\/register/.test(line) && !/\b(?:jest|mocha|test)\b/.test(line),
  )
  const resolves = [...manifest.scripts.values()].some((line) =>
    /tsconfig-paths\/register[^&|;]*\s(?:\.\/)?(?:dist|build|lib|out)\//.test(line),
  )
  return (
    isPlain &&
    loader &&
    !resolves &&
    !['tsc-alias', 'tscpaths', 'module-alias', 'typescript-transform-paths'].some((name) => manifest.all.has(name))
  )
}

const plain: ReadonlySet<string> = new Set(['tsc', 'rimraf', 'rm', 'del', 'shx', 'cp', 'copyfiles', 'mkdir'])

type Rule = (project: NodeProject, command: Command, source: string) => string | null

const base = (source: string) => (source.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '')
const inside = (source: string) => source.replace(/^(src|server|app|lib)\//, '').replace(/\.[cm]?[jt]sx?$/, '')

function given(command: Command, ...names: readonly string[]): string | null {
  for (const [i, word] of command.words.entries()) {
    const [name = '', value] = word.split('=', 2)
    if (names.includes(name)) return (value ?? command.words[i + 1] ?? '').replace(/^\.\//, '').replace(/\/$/, '')
  }
  return null
}

const rules: readonly (readonly [string, Rule])[] = [
  ['tsc', ({ place }, { words }, source) => (words.includes('--noEmit') ? null : compiled(place, source))],
  ['tsc-alias', () => null],
  ['tsup', tsup],
  ['tsdown', tsup],
  [
    'esbuild',
    (_, command, source) =>
      given(command, '--outfile') ??
      (given(command, '--outdir') ? `${given(command, '--outdir')}/${base(source)}.js` : null),
  ],
  ['ncc', (_, command) => `${given(command, '-o', '--out') ?? 'dist'}/index.js`],
  [
    'swc',
    (_, command, source) =>
      given(command, '-d', '--out-dir') ? `${given(command, '-d', '--out-dir')}/${inside(source)}.js` : null,
  ],
  [
    'babel',
    (_, command, source) =>
      given(command, '-d', '--out-dir') ? `${given(command, '-d', '--out-dir')}/${inside(source)}.js` : null,
  ],
  [
    'bun',
    (_, command, source) =>
      given(command, '--outfile') ??
      (given(command, '--outdir') ? `${given(command, '--outdir')}/${base(source)}.js` : null),
  ],
  ['unbuild', (_, __, source) => `dist/${base(source)}.mjs`],
]

/** tsup and tsdown name the file by the entry's own name; the format decides about the extension in a package of ES modules. */
function tsup({ place, manifest }: NodeProject, command: Command, source: string): string | null {
  const config = place.pick(
    'tsup.config.ts',
    'tsup.config.js',
    'tsdown.config.ts',
    'tsdown.config.js',
    'tsup.config.mjs',
  )
  const text = config === undefined ? '' : withoutComments(place.text(config) ?? '')
  const folder = given(command, '-d', '--out-dir', '--outDir') ?? /outDir\s*:\s*['"]([^'"]+)/.exec(text)?.[1] ?? 'dist'
  const formats = [
    ...texts(get(manifest.raw.tsup, 'format')),
    given(command, '--format') ?? '',
    expressionOf(text, 'format') ?? '',
  ].join(' ')
  const isModule = manifest.raw.type === 'module'
  const extension = isModule
    ? /cjs/.test(formats) && !/esm/.test(formats)
      ? 'cjs'
      : 'js'
    : /esm/.test(formats) && !/cjs/.test(formats)
      ? 'mjs'
      : 'js'
  return `${folder.replace(/^\.\//, '')}/${base(source)}.${extension}`
}
