import { expressionOf, setting } from '../source.ts'
import type { Framework } from './framework.ts'
import { folder } from './read.ts'

/** React Router 7 as a framework: the package `@react-router/dev`; as a library in a Vite app it is none. */
export const reactRouter: Framework = {
  id: 'react-router',
  packages: ['@react-router/dev'],
  configs: ['react-router.config', 'vite.config'],
  builds: ['react-router build', 'vite build'],
  describe: (project, use) => {
    const build = folder(setting(use.source, 'buildDirectory') ?? 'build')
    if (expressionOf(use.source, 'ssr') === 'false')
      return { kind: 'static', spa: true, output: `${build}/client`, build: 'react-router build' }
    const foreign = ['@react-router/cloudflare', '@netlify/vite-plugin-react-router', '@cloudflare/vite-plugin'].find(
      (name) => project.manifest.all.has(name),
    )
    if (
      foreign &&
      !project.manifest.all.has('@react-router/node') &&
      project.place.pick('wrangler.jsonc', 'wrangler.toml', 'wrangler.json', 'netlify.toml') !== undefined
    )
      return {
        kind: 'ssr',
        output: build,
        build: 'react-router build',
        remarks: [project.place.texts.seen.reactRouterForeign(foreign)],
      }
    return {
      kind: 'ssr',
      output: build,
      build: 'react-router build',
      starts: ['react-router-serve', 'node', 'bun', 'tsx'],
      start: `react-router-serve ./${build}/server/index.js`,
      port: 3000,
      honoursPort: true,
    }
  },
}
