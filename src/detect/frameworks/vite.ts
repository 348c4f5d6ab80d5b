import type { NodeProject } from '../node/project.ts'
import { into } from '../node/shell.ts'
import { expressionOf, setting } from '../source.ts'
import type { Framework, Use } from './framework.ts'
import { argument, configProof, folder, option, scriptProof } from './read.ts'

/** Plain Vite with any view library, config or not (case D7): `dist`, or `build.outDir`. */
export const vite: Framework = {
  id: 'vite',
  bare: true,
  packages: ['vite', 'rolldown-vite', 'vite-plus'],
  configs: ['vite.config'],
  builds: ['vite build', 'vp build', 'rolldown-vite build'],
  describe: (project, use) => {
    const root = rootOf(project, use)
    if (isLibrary(use) || root === null || servesBackend.test(use.source)) return null
    return { kind: 'static', spa: isSpa(project), build: 'vite build', ...outputIn(project, use, root) }
  },
}

// Plugins that build the assets of a server of another language.
const servesBackend =
  /laravel-vite-plugin|vite-plugin-(?:ruby|symfony|rails|laravel|django)|django-vite|wordpress|@adonisjs\/vite|vite-plugin-shopify/

function isLibrary(use: Use): boolean {
  const lib = expressionOf(use.source, 'lib')
  return lib?.startsWith('{') === true || use.build?.words.includes('--lib') === true
}

/** The folder with index.html; null where there is none, and Vite serves another program or the tests. */
function rootOf({ place }: NodeProject, use: Use): string | null {
  const set = setting(use.source, 'root')
  const given = argument(use.build, 2)
  const roots = [given, set].flatMap((root) => (root ? [folder(root)] : []))
  return (
    [...roots, '.', ...(use.strength >= 3 ? ['src', 'public', 'client', 'app'] : [])].find((root) =>
      place.has(into(root, 'index.html')),
    ) ?? null
  )
}

function outputIn(project: NodeProject, use: Use, root: string) {
  const given = option(use.build, '--outDir')
  if (given !== null && use.script !== null)
    return { output: into(root, given), outputProof: scriptProof(project, use.script, `--outDir ${given}`) }
  const set = setting(use.source, 'outDir')
  if (set === undefined) return { output: null }
  if (set === null || use.config === null) return { output: into(root, 'dist') }
  // A path made with __dirname stands for itself, a plain one is relative to Vite's root.
  const absolute = /dirname|resolve|join|URL/.test(expressionOf(use.source, 'outDir') ?? '')
  return {
    output: absolute ? folder(set) : into(root, set),
    outputProof: configProof(project, use.config, 'outDir', `outDir: '${set}'`),
  }
}

const views = [
  'react',
  'vue',
  'svelte',
  'preact',
  'solid-js',
  'lit',
  '@angular/core',
  'mithril',
  'inferno',
  'alpinejs',
  'react-router-dom',
]

function isSpa({ manifest }: NodeProject): boolean {
  return views.some((name) => manifest.all.has(name))
}
