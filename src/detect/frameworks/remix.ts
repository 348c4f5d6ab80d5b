import type { Texts } from '../../text.ts'
import { expressionOf, setting } from '../source.ts'
import type { Framework, Use, Web } from './framework.ts'
import { folder } from './read.ts'

const servers = ['@remix-run/node', '@remix-run/serve', '@remix-run/express', '@remix-run/dev']

/** Remix 1 and 2, on its own compiler or on Vite (case D6). */
export const remix: Framework = {
  id: 'remix',
  packages: ['@remix-run/dev', '@remix-run/serve', '@remix-run/react', 'remix'],
  configs: ['remix.config', 'vite.config'],
  builds: ['remix build', 'remix vite:build', 'vite build'],
  describe: (project, use) => {
    const { all } = project.manifest
    if (!servers.some((name) => all.has(name))) return null
    if (expressionOf(use.source, 'ssr') === 'false')
      return { kind: 'static', spa: true, output: `${buildFolder(use)}/client`, build: 'remix vite:build' }
    const foreign = [
      '@remix-run/cloudflare',
      '@remix-run/cloudflare-pages',
      '@remix-run/deno',
      '@netlify/remix-adapter',
      '@shopify/remix-oxygen',
    ].find((name) => all.has(name))
    return foreign && !all.has('@remix-run/node') ? elsewhere(foreign, project.place.texts) : server(use)
  },
}

const buildFolder = (use: Use) => folder(setting(use.source, 'buildDirectory') ?? 'build')

function server(use: Use): Web {
  const onVite = use.programs.some(({ words }) => words.includes('vite:build') || words[0] === 'vite')
  const bundle = onVite ? `./${buildFolder(use)}/server/index.js` : './build/index.js'
  return {
    kind: 'ssr',
    output: buildFolder(use),
    build: 'remix vite:build',
    starts: ['remix-serve', 'node', 'bun', 'tsx'],
    start: `remix-serve ${bundle}`,
    port: 3000,
    honoursPort: true,
  }
}

const elsewhere = (adapter: string, texts: Texts): Web => ({
  kind: 'ssr',
  output: 'build',
  build: 'remix vite:build',
  remarks: [texts.seen.remixForeign(adapter)],
})
