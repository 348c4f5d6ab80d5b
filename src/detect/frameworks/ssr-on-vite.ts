import { expressionOf, setting } from '../source.ts'
import type { Framework } from './framework.ts'
import { folder } from './read.ts'

/** Vike (vite-plugin-ssr): prerendered pages are static; a server of the project's own renders the rest. */
export const vike: Framework = {
  id: 'vike',
  packages: ['vike', 'vite-plugin-ssr'],
  configs: ['vite.config', '+config', 'pages/+config', 'renderer/+config', 'src/pages/+config'],
  builds: ['vike build', 'vite build'],
  describe: (project, use) => {
    const { place } = project
    const configs = ['+config', 'pages/+config', 'renderer/+config', 'src/pages/+config', 'vite.config'].flatMap(
      (name) => ['ts', 'js'].map((ext) => place.text(`${name}.${ext}`) ?? ''),
    )
    const out = folder(setting(use.source, 'outDir') ?? 'dist')
    if (
      configs.some((text) => /\bprerender\s*:\s*(true|\{)/.test(text)) &&
      !configs.some((text) => /\bpartial\s*:\s*true/.test(text))
    )
      return { kind: 'static', output: `${out}/client`, build: 'vike build' }
    return {
      kind: 'ssr',
      output: out,
      build: 'vike build',
      starts: ['node', 'tsx', 'vike preview', 'vike-server'],
      start: `node ${out}/server/index.js`,
      port: 3000,
      honoursPort: true,
    }
  },
}

/** Qwik City: static with the static adapter; a Node server with Express, Fastify or plain Node. */
export const qwikCity: Framework = {
  id: 'qwik-city',
  packages: ['@builder.io/qwik-city', '@qwik.dev/router'],
  configs: ['vite.config'],
  builds: ['qwik build', 'vite build'],
  describe: ({ place }) => {
    const adapters = place.repository.folder(place.at('adapters'))?.folders ?? new Set()
    const server = ['express', 'fastify', 'node-server'].find((name) => adapters.has(name))
    if (server) {
      const entry = `server/entry.${server}`
      return {
        kind: 'ssr',
        output: 'dist',
        build: 'qwik build',
        starts: ['node server'],
        start: `node ${entry}`,
        port: 3000,
        honoursPort: true,
      }
    }
    if (adapters.has('static')) return { kind: 'static', output: 'dist', build: 'qwik build' }
    return {
      kind: 'ssr',
      output: 'dist',
      build: 'qwik build',
      remarks: [place.texts.seen.qwikAdapter],
    }
  },
}

/** Waku: a small React server framework. */
export const waku: Framework = {
  id: 'waku',
  packages: ['waku'],
  configs: ['waku.config'],
  builds: ['waku build'],
  describe: () => ({
    kind: 'ssr',
    output: 'dist',
    build: 'waku build',
    starts: ['waku start'],
    start: 'waku start',
    port: 8080,
    honoursPort: true,
  }),
}

/** RedwoodJS (the GraphQL one): an API and a web side, served together. */
export const redwood: Framework = {
  id: 'redwood',
  packages: ['@redwoodjs/core', '@cedarjs/core'],
  configs: ['redwood.toml', 'cedar.toml'],
  builds: ['rw build', 'redwood build', 'cedar build'],
  describe: ({ manifest }) => {
    const tool = manifest.all.has('@cedarjs/core') ? 'cedar' : 'rw'
    return {
      kind: 'ssr',
      output: 'web/dist',
      build: `${tool} build`,
      starts: [`${tool} serve`, 'redwood serve'],
      start: `${tool} serve`,
      port: 8910,
      honoursPort: false,
    }
  },
}

/** Vite with a server bundle of its own (`vite build --ssr`), as in the SSR templates of Vite. */
export const viteSsr: Framework = {
  id: 'vite',
  packages: ['vite'],
  configs: ['vite.config'],
  builds: ['vite build'],
  describe: (_, use) => {
    const bundles = use.programs.some(
      ({ words }) => words[0] === 'vite' && words.some((word) => word.startsWith('--ssr') && word !== '--ssrManifest'),
    )
    if (!bundles || expressionOf(use.source, 'lib') !== undefined) return null
    return {
      kind: 'ssr',
      output: folder(setting(use.source, 'outDir') ?? 'dist'),
      build: 'vite build',
      starts: ['node', 'tsx'],
      start: null,
      port: null,
    }
  },
}
