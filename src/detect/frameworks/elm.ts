import type { Framework } from './framework.ts'
import { folder, option, scriptProof } from './read.ts'

/** Elm by its own compiler: the folder that the program is written to, with the page around it. A bundler with an Elm plugin stands for itself. */
export const elm: Framework = {
  id: 'elm',
  packages: [],
  configs: ['elm.json'],
  builds: ['elm make', 'elm-app build', 'elm-spa build', 'elm-land build', 'elm-pages build', 'elm-optimize-level-2'],
  describe: (project, use) => {
    if (use.build === null || use.script === null) return null
    const [program = ''] = use.build.words
    if (program === 'elm-app') return { kind: 'static', spa: true, output: 'build', build: null }
    if (program !== 'elm' && program !== 'elm-optimize-level-2')
      return { kind: 'static', spa: true, output: 'dist', build: null }
    const file = option(use.build, '--output') ?? 'elm.js'
    const parts = folder(file).split('/')
    const output = parts.length > 1 ? (parts[0] ?? '.') : '.'
    return {
      kind: 'static',
      spa: true,
      output,
      build: null,
      outputProof: scriptProof(project, use.script, project.place.texts.seen.compilerWrites(file)),
    }
  },
}
