import type { Texts } from '../../text.ts'
import type { Proof } from '../finding.ts'
import type { NodeProject } from '../node/project.ts'
import { type Command, into } from '../node/shell.ts'
import { lineOf } from '../place.ts'
import { expressionOf, setting } from '../source.ts'
import type { Use } from './framework.ts'

/** The value of an option of a command: `--out-dir x`, `--out-dir=x`; null where it is not given. */
export function option(command: Command | null, ...names: readonly string[]): string | null {
  const words = command?.words ?? []
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? ''
    const [name = '', value] = word.split(/=(.*)/s)
    if (names.includes(name)) return value ?? words[i + 1] ?? null
  }
  return null
}

/** The plain arguments of a command after its first words: `vite build client` → `client`. Words after an option count as its value. */
export function argument(command: Command | null, skip: number): string | null {
  const words = command?.words.slice(skip) ?? []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--') continue
    if (!word.startsWith('-')) return word
    if (!word.includes('=') && !flags.has(word)) i++
  }
  return null
}

// Options without a value, as far as build commands of the frameworks have any.
const flags: ReadonlySet<string> = new Set([
  '--prod',
  '--production',
  '--debug',
  '--verbose',
  '--silent',
  '--quiet',
  '--turbo',
  '--turbopack',
  '--webpack',
  '--profile',
  '--no-lint',
  '--emptyOutDir',
  '--watch',
  '-w',
  '--ssr',
  '--ssrManifest',
  '--minify',
  '--sourcemap',
  '--force',
  '--clean',
  '--no-clean',
  '--no-mangling',
  '--aot',
  '--strict',
  '--no-source-maps',
  '--no-cache',
  '--experimental-app-only',
])

/** A folder as it is set, brought into plain form relative to the project: `./dist/` → `dist`. */
export function folder(text: string): string {
  return into('.', text.replaceAll('\\', '/').replace(/^\/+/, ''))
}

/** Where an output folder comes from: an option of the build command, a key of the config, else the default. */
export function outputOf(
  project: NodeProject,
  use: Use,
  rule: { readonly options?: readonly string[]; readonly keys?: readonly string[]; readonly fallback: string },
  texts: Texts,
): { readonly output: string | null; readonly outputProof?: Proof } {
  const given = option(use.build, ...(rule.options ?? []))
  if (given !== null && use.script !== null)
    return { output: folder(given), outputProof: scriptProof(project, use.script, texts.seen.writesTo(given)) }
  for (const key of rule.keys ?? []) {
    const set = folderSetting(use.source, key)
    if (set === null) continue
    if (set === undefined) return { output: null }
    return {
      output: folder(set),
      ...(use.config === null ? {} : { outputProof: configProof(project, use.config, key, `${key}: '${set}'`) }),
    }
  }
  return { output: rule.fallback }
}

/** A key that is a folder, or an object whose `root` is one: `distPath: { root: 'build' }`. */
function folderSetting(source: string, key: string): string | null | undefined {
  const expression = expressionOf(source, key)
  return expression?.startsWith('{') ? setting(expression, 'root') : setting(source, key)
}

export function scriptProof({ place }: NodeProject, script: string, says: string): Proof {
  return place.proof('package.json', says, `"${script}":`)
}

export function configProof({ place }: NodeProject, config: string, key: string, says: string): Proof {
  return {
    path: place.at(config),
    line: lineOf(place.text(config), new RegExp(`\\b${key}\\b\\s*[:=,]`)) ?? lineOf(place.text(config), key),
    says,
  }
}
