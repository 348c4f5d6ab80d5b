import type { NodeProject } from '../node/project.ts'
import type { Command } from '../node/shell.ts'
import { into } from '../node/shell.ts'
import { expressionOf, setting } from '../source.ts'
import type { Framework, Use, Web } from './framework.ts'
import { argument, folder, option, scriptProof } from './read.ts'

/** Rollup into a folder that already holds the page, as the older Svelte template does. */
export const rollup = pagesBy('rollup', ['rollup'], ['rollup'], ['rollup.config'], (command, use) =>
  targets(option(command, '-o', '--file', '-d', '--dir'), rollupOutput(use.source)),
)

/** esbuild beside a page. */
export const esbuild = pagesBy('esbuild', ['esbuild'], ['esbuild'], [], (command) =>
  targets(option(command, '--outfile'), option(command, '--outdir')),
)

/** Tailwind's own program beside pages that are written by hand. */
export const tailwind = pagesBy(
  'tailwindcss',
  ['tailwindcss', '@tailwindcss/cli'],
  ['tailwindcss', '@tailwindcss/cli'],
  [],
  (command) => targets(option(command, '-o', '--output')),
)

/** Sass beside pages that are written by hand: `sass src/style.scss public/style.css`, `sass scss:css`. */
export const sass = pagesBy('html', ['sass', 'node-sass'], ['sass', 'node-sass'], [], (command) =>
  targets(option(command, '-o', '--output'), sassTarget(command)),
)

/** Browserify beside a page. */
export const browserify = pagesBy('browserify', ['browserify'], ['browserify'], [], (command) =>
  targets(option(command, '-o', '--outfile')),
)

const targets = (...given: readonly (string | null)[]) => given.flatMap((one) => (one === null ? [] : [folder(one)]))

function rollupOutput(source: string): string | null {
  const output = expressionOf(source, 'output') ?? ''
  return setting(output, 'file') ?? setting(output, 'dir') ?? null
}

function sassTarget(command: Command): string | null {
  const first = argument(command, 1)
  if (first?.includes(':')) return first.slice(first.indexOf(':') + 1)
  return command.words.filter((word, i) => i > 0 && !word.startsWith('-'))[1] ?? null
}

/** A tool that adds a bundle to pages which are there: what is published is the folder with index.html around it. */
function pagesBy(
  id: string,
  packages: readonly string[],
  builds: readonly string[],
  configs: readonly string[],
  written: (command: Command, use: Use) => readonly string[],
): Framework {
  return {
    id,
    packages,
    configs,
    builds,
    describe: (project, use): Web | null => {
      if (use.build === null || use.script === null) return null
      const output = written(use.build, use)
        .map((target) => pageFolder(project, target))
        .find((found) => found !== null)
      if (output === undefined) return null
      return {
        kind: 'static',
        output,
        build: null,
        outputProof: scriptProof(
          project,
          use.script,
          project.place.texts.seen.writesInto(output === '.' ? null : output),
        ),
      }
    },
  }
}

/** The nearest folder above a written file that holds index.html. */
function pageFolder({ place }: NodeProject, target: string): string | null {
  const parts = target.split('/')
  for (let length = parts.length; length >= 0; length--) {
    const at = parts.slice(0, length).join('/') || '.'
    if (place.has(into(at, 'index.html'))) return at
  }
  return null
}

/** Gulp and Grunt: a task that writes a site to a folder of its own. */
export const gulp: Framework = {
  id: 'gulp',
  packages: ['gulp'],
  configs: ['gulpfile', 'gulpfile.babel', 'gulpfile.esm', 'Gulpfile'],
  builds: ['gulp'],
  describe: ({ place }, use) => {
    if (use.script === null || use.build?.words.some((word) => /^(watch|serve|dev|start)$/.test(word))) return null
    const folders = [...use.source.matchAll(/\bdest\(\s*['"`]([^'"`$]+)['"`]/g)].map(
      ([, path = '']) => folder(path).split('/')[0] ?? '',
    )
    const output = ['dist', 'public', 'build', '_site', 'www', 'docs'].find((name) => folders.includes(name))
    const pages = [
      'index.html',
      'src/index.html',
      'app/index.html',
      'src/html/index.html',
      'src/pug/index.pug',
      'src/index.pug',
      'src/pages/index.html',
      'src/views/index.pug',
      'src/templates/index.html',
    ]
    return output && pages.some((page) => place.has(page)) ? { kind: 'static', output, build: 'gulp build' } : null
  },
}
