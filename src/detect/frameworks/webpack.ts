import { majorOf } from '../node/manifest.ts'
import type { NodeProject } from '../node/project.ts'
import { expressionOf, setting, textOf, withoutComments } from '../source.ts'
import type { Framework, Use } from './framework.ts'
import { configProof, folder, option, scriptProof } from './read.ts'
import { configIn } from './use.ts'

const places = ['', 'config/', 'webpack/', 'build/', 'configs/', 'scripts/', 'tools/', 'internals/webpack/']

function bundler(id: 'webpack' | 'rspack', packages: readonly string[], builds: readonly string[]): Framework {
  const names = [
    `${id}.config.prod`,
    `${id}.config.production`,
    `${id}.prod`,
    `${id}.production`,
    `${id}.prod.conf`,
    `${id}.prod.config`,
    `${id}.prod.babel`,
    `${id}.config`,
    `${id}.config.babel`,
    `${id}.common`,
    `${id}.config.common`,
    `${id}.base`,
  ]
  return {
    id,
    packages,
    configs: places.flatMap((place) => names.map((name) => `${place}${name}`)),
    builds,
    describe: (project, use) => {
      if (use.script === null || !makesPages(project, use)) return null
      const out = outputOf(project, use, id)
      return { kind: 'static', spa: true, build: `${id} build`, ...out }
    },
  }
}

/** A page: an HTML plugin, or an index.html for the bundle; not a bundle for Node. */
function makesPages({ manifest, place }: NodeProject, use: Use): boolean {
  if (/target\s*:\s*['"`](node|async-node|electron)/.test(use.source)) return false
  const plugin = ['html-webpack-plugin', 'html-rspack-plugin', 'html-bundler-webpack-plugin'].some((name) =>
    manifest.all.has(name),
  )
  return (
    plugin ||
    /HtmlRspackPlugin|HtmlWebpackPlugin/.test(use.source) ||
    place.pick('index.html', 'public/index.html', 'src/index.html', 'static/index.html') !== undefined
  )
}

function outputOf(project: NodeProject, use: Use, id: string) {
  const given = option(use.build, '--output-path', '-o')
  if (given !== null && use.script !== null)
    return { output: folder(given), outputProof: scriptProof(project, use.script, `--output-path ${given}`) }
  const named = option(use.build, '--config', '-c')
  const configs = [
    named === null ? null : folder(named),
    use.config,
    configIn(
      project.place,
      places.flatMap((at) => [`${at}${id}.config`, `${at}${id}.common`, `${at}${id}.base`]),
    ),
  ]
  for (const config of configs) {
    if (config === null) continue
    const found = pathIn(withoutComments(project.place.text(config) ?? ''))
    if (found !== null)
      return {
        output: into(config, found),
        outputProof: configProof(project, config, 'path', `output.path: ${found}`),
      }
  }
  // webpack 4 and later write to dist; before, a config had to say.
  return { output: (majorOf(project.manifest.all.get('webpack')) ?? 5) >= 4 ? 'dist' : null }
}

/** `output: { path: … }` of a config. */
function pathIn(source: string): string | null {
  const output = expressionOf(source, 'output')
  const inner = output?.startsWith('{') ? expressionOf(output, 'path') : undefined
  return (inner === undefined ? null : textOf(source, inner)) ?? setting(source, 'outputPath') ?? null
}

// A path with __dirname starts at the config's own folder, which is not always the project's.
function into(config: string, path: string): string {
  const slash = config.lastIndexOf('/')
  return slash < 0 ? folder(path) : folder(path.startsWith('..') ? `${config.slice(0, slash)}/${path}` : path)
}

/** A web app bundled by webpack itself: it counts where a script builds with it and an HTML page comes out. */
export const webpack: Framework = bundler('webpack', ['webpack', 'webpack-cli'], ['webpack build', 'webpack'])

/** The same for Rspack. */
export const rspack: Framework = bundler('rspack', ['@rspack/cli', '@rspack/core'], ['rspack build', 'rspack'])
