import { describe, expect, it } from 'vitest'
import type { App } from '../../../src/model.ts'
import { appOf, surveyOf } from '../../survey-of.ts'
import { packageJson } from '../node/package.ts'

interface Template {
  readonly name: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: readonly string[]
  readonly files?: Readonly<Record<string, string>>
  readonly fields?: Readonly<Record<string, unknown>>
  readonly expect: Partial<App>
}

const range = (name: string) => {
  const at = name.lastIndexOf('@')
  return at > 0 ? ([name.slice(0, at), `^${name.slice(at + 1)}.0.0`] as const) : ([name, '^1.0.0'] as const)
}

function appFrom({ scripts = {}, dependencies = [], files = {}, fields = {} }: Template): App {
  const json = packageJson({
    private: true,
    scripts,
    dependencies: Object.fromEntries(dependencies.map(range)),
    ...fields,
  })
  return appOf({ 'package.json': json, 'package-lock.json': '{}', ...files })
}

const page = { 'index.html': '<div id="root"></div><script type="module" src="/src/main.js"></script>' }
const viteScripts = { dev: 'vite', build: 'vite build', preview: 'vite preview' }
const site = { kind: 'static', build: 'npm run build', start: null, port: null } as const

const pages: readonly Template[] = [
  {
    name: 'create-vite, vanilla, without a config (D7)',
    scripts: viteScripts,
    dependencies: ['vite@7'],
    files: page,
    expect: { ...site, framework: 'vite', output: 'dist', spa: false },
  },
  {
    name: 'create-vite, React with TypeScript',
    scripts: { ...viteScripts, build: 'tsc -b && vite build' },
    dependencies: ['react', 'vite@7'],
    files: { ...page, 'vite.config.ts': 'export default defineConfig({ plugins: [react()] })' },
    expect: { ...site, framework: 'vite', output: 'dist', spa: true },
  },
  {
    name: 'create-vue, where run-p type-checks beside the build',
    scripts: {
      build: 'run-p type-check "build-only {@}" --',
      'build-only': 'vite build',
      'type-check': 'vue-tsc --build',
    },
    dependencies: ['vue@3', 'vite@7'],
    files: page,
    expect: { ...site, framework: 'vite', output: 'dist', spa: true },
  },
  {
    name: 'Vite with outDir',
    scripts: viteScripts,
    dependencies: ['vite@6'],
    files: {
      ...page,
      'vite.config.js': "export default {\n  build: {\n    // outDir: 'old'\n    outDir: 'build',\n  },\n}",
    },
    expect: { ...site, output: 'build' },
  },
  {
    name: 'Vite with a path from __dirname',
    scripts: viteScripts,
    dependencies: ['vite@6'],
    files: {
      ...page,
      'vite.config.js':
        "export default { build: { outDir: path.resolve(__dirname, '../server/public'), emptyOutDir: true } }",
    },
    expect: { output: '../server/public' },
  },
  {
    name: 'Vite with a root folder',
    scripts: viteScripts,
    dependencies: ['vite@6'],
    files: {
      'client/index.html': '',
      'vite.config.js': "export default { root: 'client', build: { outDir: '../dist' } }",
    },
    expect: { output: 'dist' },
  },
  {
    name: 'Vite with a folder in a constant',
    scripts: viteScripts,
    dependencies: ['vite@6'],
    files: {
      ...page,
      'vite.config.js': "const outDir = resolve(__dirname, 'www')\nexport default { build: { outDir } }",
    },
    expect: { output: 'www' },
  },
  {
    name: 'Vite with an outDir option',
    scripts: { build: 'vite build --outDir public/app' },
    dependencies: ['vite@6'],
    files: page,
    expect: { output: 'public/app' },
  },
  {
    name: 'Create React App',
    scripts: { start: 'react-scripts start', build: 'react-scripts build', test: 'react-scripts test' },
    dependencies: ['react', 'react-scripts@5'],
    expect: { ...site, framework: 'create-react-app', output: 'build', spa: true, test: 'npm test' },
  },
  {
    name: 'Create React App through craco with BUILD_PATH',
    scripts: { build: "BUILD_PATH='./dist' craco build" },
    dependencies: ['react-scripts@5', '@craco/craco@7'],
    expect: { framework: 'create-react-app', output: 'dist' },
  },
  {
    name: 'Create React App 4 on webpack 4',
    scripts: { build: 'react-scripts build' },
    dependencies: ['react-scripts@4'],
    expect: { build: 'NODE_OPTIONS=--openssl-legacy-provider npm run build' },
  },
  {
    name: 'D2 next in dependencies, built by react-scripts',
    scripts: { build: 'react-scripts build' },
    dependencies: ['next@14', 'react-scripts@5'],
    expect: { ...site, framework: 'create-react-app', output: 'build' },
  },
  {
    name: 'Create React App after eject',
    scripts: { build: 'node scripts/build.js', start: 'node scripts/start.js' },
    dependencies: ['react', 'react-dev-utils@12', 'webpack@5'],
    files: {
      'config/paths.js':
        "const buildPath = process.env.BUILD_PATH || 'build'\nmodule.exports = { appBuild: resolveApp('www') }",
      'public/index.html': '',
    },
    expect: { ...site, framework: 'create-react-app', output: 'www' },
  },
  {
    name: 'the webpack template of Vue 2',
    scripts: { build: 'node build/build.js', start: 'npm run dev' },
    dependencies: ['vue@2', 'webpack@3'],
    files: {
      'config/index.js': "module.exports = { build: { assetsRoot: path.resolve(__dirname, '../dist') } }",
      'index.html': '',
    },
    expect: { kind: 'static', output: 'dist', build: 'NODE_OPTIONS=--openssl-legacy-provider npm run build' },
  },
  {
    name: 'webpack 4 on a Node that needs no option',
    scripts: { build: 'react-scripts build' },
    dependencies: ['react-scripts@3'],
    files: { '.nvmrc': '14' },
    expect: { build: 'npm run build' },
  },
  {
    name: 'a build script that wraps the one of the framework',
    scripts: { build: './build.sh', 'build:app': 'vite build' },
    dependencies: ['vite@7'],
    files: page,
    expect: { ...site, framework: 'vite', output: 'dist' },
  },
  {
    name: 'Vue CLI',
    scripts: { serve: 'vue-cli-service serve', build: 'vue-cli-service build' },
    dependencies: ['@vue/cli-service@5'],
    files: { 'vue.config.js': "module.exports = defineConfig({ outputDir: 'docs' })" },
    expect: { ...site, framework: 'vue-cli', output: 'docs', spa: true },
  },
  {
    name: 'D1 Angular 20, application builder without outputPath',
    scripts: { build: 'ng build', start: 'ng serve' },
    dependencies: ['@angular/core@20', '@angular/cli@20'],
    files: {
      'angular.json': JSON.stringify({
        projects: {
          shop: {
            projectType: 'application',
            architect: { build: { builder: '@angular/build:application', options: { browser: 'src/main.ts' } } },
          },
        },
      }),
    },
    expect: { ...site, framework: 'angular', output: 'dist/shop/browser', spa: true },
  },
  {
    name: 'D1 Angular with an outputPath object',
    scripts: { build: 'ng build' },
    dependencies: ['@angular/core@18'],
    files: {
      'angular.json': JSON.stringify({
        projects: {
          shop: {
            architect: {
              build: {
                builder: '@angular-devkit/build-angular:application',
                options: { outputPath: { base: 'out', browser: '' } },
              },
            },
          },
        },
      }),
    },
    expect: { output: 'out' },
  },
  {
    name: 'Angular 15, browser builder',
    scripts: { build: 'ng build' },
    dependencies: ['@angular/core@15'],
    files: {
      'angular.json': JSON.stringify({
        projects: {
          shop: {
            architect: {
              build: { builder: '@angular-devkit/build-angular:browser', options: { outputPath: 'dist/shop' } },
            },
          },
        },
      }),
    },
    expect: { output: 'dist/shop' },
  },
  {
    name: 'D4 Next.js export',
    scripts: { build: 'next build', start: 'next start' },
    dependencies: ['next@15'],
    files: { 'next.config.ts': "const nextConfig = {\n  output: 'export',\n}\nexport default nextConfig" },
    expect: { ...site, framework: 'next', output: 'out' },
  },
  {
    name: 'Next.js export into distDir',
    scripts: { build: 'next build' },
    dependencies: ['next@15'],
    files: { 'next.config.js': "module.exports = { output: 'export', distDir: 'dist' }" },
    expect: { kind: 'static', output: 'dist' },
  },
  {
    name: 'Next.js 12 with next export',
    scripts: { build: 'next build && next export' },
    dependencies: ['next@12'],
    expect: { kind: 'static', output: 'out' },
  },
  {
    name: 'D9 Gatsby with a static folder and a TypeScript config',
    scripts: { build: 'gatsby build' },
    dependencies: ['gatsby@5'],
    files: { 'gatsby-config.ts': '', 'static/robots.txt': '' },
    expect: { ...site, framework: 'gatsby', output: 'public' },
  },
  {
    name: 'Astro',
    scripts: { build: 'astro build', start: 'astro dev' },
    dependencies: ['astro@5'],
    files: { 'astro.config.mjs': 'export default defineConfig({})' },
    expect: { ...site, framework: 'astro', output: 'dist' },
  },
  {
    name: 'Docusaurus',
    scripts: { build: 'docusaurus build', serve: 'docusaurus serve' },
    dependencies: ['@docusaurus/core@3'],
    files: { 'docusaurus.config.ts': '' },
    expect: { ...site, framework: 'docusaurus', output: 'build' },
  },
  {
    name: 'Eleventy with an output folder',
    scripts: { build: 'npx @11ty/eleventy' },
    dependencies: ['@11ty/eleventy@3'],
    files: { 'eleventy.config.js': "export default () => ({ dir: { input: 'src', output: 'public' } })" },
    expect: { ...site, framework: 'eleventy', output: 'public' },
  },
  {
    name: 'Eleventy, option before config',
    scripts: { build: 'eleventy --output=www' },
    dependencies: ['@11ty/eleventy@2'],
    files: { '.eleventy.js': '' },
    expect: { output: 'www' },
  },
  {
    name: 'VitePress in docs/',
    scripts: { 'docs:dev': 'vitepress dev docs', 'docs:build': 'vitepress build docs' },
    dependencies: ['vitepress'],
    expect: { kind: 'static', framework: 'vitepress', output: 'docs/.vitepress/dist', build: 'npm run docs:build' },
  },
  {
    name: 'VuePress',
    scripts: { build: 'vuepress build src' },
    dependencies: ['vuepress@2'],
    expect: { output: 'src/.vuepress/dist' },
  },
  {
    name: 'SvelteKit, static adapter',
    scripts: { build: 'vite build' },
    dependencies: ['@sveltejs/kit@2', 'vite@7', '@sveltejs/adapter-static@3'],
    files: {
      'svelte.config.js':
        "import adapter from '@sveltejs/adapter-static'\nexport default { kit: { adapter: adapter({ fallback: 'index.html' }) } }",
    },
    expect: { ...site, framework: 'sveltekit', output: 'build', spa: true },
  },
  {
    name: 'Nuxt 3, generated',
    scripts: { build: 'nuxt generate' },
    dependencies: ['nuxt@3'],
    expect: { ...site, framework: 'nuxt', output: '.output/public' },
  },
  {
    name: 'Nuxt 3 without server rendering',
    scripts: { build: 'nuxt build', generate: 'nuxt generate' },
    dependencies: ['nuxt@3'],
    files: { 'nuxt.config.ts': 'export default defineNuxtConfig({ ssr: false })' },
    expect: { kind: 'static', spa: true, build: 'npm run generate', output: '.output/public' },
  },
  {
    name: 'Nuxt 3 without server rendering, generated by a script with more memory',
    scripts: { build: 'nuxi build', generate: "NODE_OPTIONS='--max-old-space-size=8192' nuxi generate" },
    dependencies: ['nuxt@3'],
    files: { 'nuxt.config.ts': 'export default defineNuxtConfig({ ssr: false })' },
    expect: { ...site, framework: 'nuxt', build: 'npm run generate', output: '.output/public' },
  },
  {
    name: 'Nuxt 2, target static',
    scripts: { build: 'nuxt build', generate: 'nuxt generate' },
    dependencies: ['nuxt@2'],
    files: { 'nuxt.config.js': "export default { target: 'static' }" },
    expect: { kind: 'static', output: 'dist', build: 'NODE_OPTIONS=--openssl-legacy-provider npm run generate' },
  },
  {
    name: 'React Router without a server',
    scripts: { build: 'react-router build' },
    dependencies: ['@react-router/dev@7', 'react-router@7', 'vite@7'],
    files: { 'react-router.config.ts': 'export default { ssr: false } satisfies Config' },
    expect: { kind: 'static', spa: true, framework: 'react-router', output: 'build/client' },
  },
  {
    name: 'Ember, which builds for development unless told',
    scripts: { build: 'ember build' },
    dependencies: ['ember-cli@3', 'ember-source@3'],
    files: { 'ember-cli-build.js': '' },
    expect: { framework: 'ember', output: 'dist', build: 'npm run build -- --environment=production' },
  },
  {
    name: 'Quasar',
    scripts: { build: 'quasar build' },
    dependencies: ['@quasar/app-vite@2', 'quasar@2', 'vue@3'],
    files: { 'quasar.config.ts': '', 'index.html': '' },
    expect: { framework: 'quasar', output: 'dist/spa', spa: true },
  },
  {
    name: 'Rsbuild',
    scripts: { build: 'rsbuild build' },
    dependencies: ['@rsbuild/core', 'react@19'],
    files: { 'rsbuild.config.ts': '' },
    expect: { framework: 'rsbuild', output: 'dist' },
  },
  {
    name: 'Rsbuild with distPath',
    scripts: { build: 'rsbuild build' },
    dependencies: ['@rsbuild/core'],
    files: { 'rsbuild.config.ts': "export default defineConfig({ output: { distPath: { root: 'build' } } })" },
    expect: { output: 'build' },
  },
  {
    name: 'webpack with output.path',
    scripts: { build: 'webpack --mode production', start: 'webpack serve' },
    dependencies: ['react@18', 'webpack@5', 'webpack-cli@5', 'html-webpack-plugin@5'],
    files: {
      'webpack.config.js':
        "module.exports = { entry: './src', output: { filename: 'x.js', path: path.resolve(__dirname, 'public') } }",
    },
    expect: { kind: 'static', framework: 'webpack', output: 'public' },
  },
  {
    name: 'webpack with a config for production in a folder',
    scripts: { build: 'webpack --config config/webpack.prod.js' },
    dependencies: ['webpack@5', 'html-webpack-plugin@5'],
    files: {
      'config/webpack.prod.js':
        "const common = require('./webpack.common.js')\nmodule.exports = merge(common, { mode: 'production' })",
      'config/webpack.common.js': "module.exports = { output: { path: path.resolve(__dirname, '../build') } }",
    },
    expect: { output: 'build' },
  },
  {
    name: 'webpack without a path',
    scripts: { build: 'webpack' },
    dependencies: ['webpack@5', 'html-webpack-plugin@5'],
    files: { 'webpack.config.js': 'module.exports = {}' },
    expect: { output: 'dist' },
  },
  {
    name: 'Parcel',
    scripts: { build: 'parcel build src/index.html' },
    dependencies: ['parcel@2'],
    expect: { framework: 'parcel', output: 'dist' },
  },
  {
    name: 'Parcel into a folder',
    scripts: { build: 'parcel build index.html --dist-dir build' },
    dependencies: ['parcel@2'],
    expect: { output: 'build' },
  },
  {
    name: 'Rollup into a folder with the page',
    scripts: { build: 'rollup -c', start: 'sirv public' },
    dependencies: ['rollup@3', 'sirv-cli', 'svelte@3'],
    files: {
      'public/index.html': '',
      'rollup.config.js':
        "export default { input: 'src/main.js', output: { format: 'iife', file: 'public/build/bundle.js' } }",
    },
    expect: { kind: 'static', framework: 'rollup', output: 'public', build: 'npm run build' },
  },
  {
    name: 'esbuild beside a page',
    scripts: { build: 'esbuild src/app.ts --bundle --outfile=www/app.js' },
    dependencies: ['esbuild'],
    files: { 'www/index.html': '' },
    expect: { kind: 'static', output: 'www' },
  },
  {
    name: 'gulp',
    scripts: { build: 'gulp build' },
    dependencies: ['gulp@4'],
    files: { 'src/index.html': '', 'gulpfile.js': "gulp.task('html', () => src('src/*.html').pipe(dest('dist')))" },
    expect: { kind: 'static', framework: 'gulp', output: 'dist' },
  },
  {
    name: 'Hexo',
    scripts: { build: 'hexo generate' },
    dependencies: ['hexo@7'],
    files: { '_config.yml': 'title: x' },
    expect: { framework: 'hexo', output: 'public' },
  },
  {
    name: 'Storybook of a component library',
    scripts: { build: 'tsc', 'build-storybook': 'storybook build' },
    dependencies: ['storybook@9', 'react'],
    expect: { kind: 'static', framework: 'storybook', output: 'storybook-static', build: 'npm run build-storybook' },
  },
  {
    name: 'Expo for the web',
    scripts: { 'build:web': 'expo export --platform web' },
    dependencies: ['expo@52', 'react-native-web', 'react-dom'],
    expect: { kind: 'static', framework: 'expo', output: 'dist' },
  },
]

const server = { kind: 'ssr', build: 'npm run build' } as const

const rendered: readonly Template[] = [
  {
    name: 'D3 create-next-app',
    scripts: { dev: 'next dev', build: 'next build', start: 'next start' },
    dependencies: ['next@16', 'react@19'],
    files: { 'next.config.ts': '', 'app/page.tsx': '' },
    expect: {
      ...server,
      framework: 'next',
      frameworkMajor: 16,
      output: '.next',
      start: 'npm start',
      port: 3000,
      honoursPort: true,
    },
  },
  {
    name: 'Next.js on a port of its own',
    scripts: { build: 'next build', start: 'next start -p 3001' },
    dependencies: ['next@14'],
    expect: { port: 3001, honoursPort: false },
  },
  {
    name: 'Next.js on ${PORT:-8080}',
    scripts: { build: 'next build', start: 'next start -p ${PORT:-8080}' },
    dependencies: ['next@14'],
    expect: { port: 8080, honoursPort: true },
  },
  {
    name: 'Next.js with a server of its own',
    scripts: { build: 'next build', start: 'NODE_ENV=production node server.js' },
    dependencies: ['next@13', 'express@4'],
    files: {
      'server.js':
        "const express = require('express')\nconst port = parseInt(process.env.PORT, 10) || 4000\napp.prepare().then(() => { express().listen(port) })",
    },
    expect: { ...server, framework: 'next', start: 'npm start', port: 4000, honoursPort: true },
  },
  {
    name: 'Next.js behind a script that sets variables',
    scripts: {
      build: 'npm run with-env next build',
      start: 'npm run with-env next start',
      'with-env': 'dotenv -e ../../.env --',
    },
    dependencies: ['next@16'],
    expect: { ...server, start: 'npm start' },
  },
  {
    name: 'Next.js without a start script',
    scripts: { build: 'next build' },
    dependencies: ['next@15'],
    expect: { start: 'npx next start', port: 3000 },
  },
  {
    name: 'D5 Nuxt 4',
    scripts: { build: 'nuxt build', generate: 'nuxt generate', preview: 'nuxt preview' },
    dependencies: ['nuxt@4'],
    files: { 'nuxt.config.ts': '' },
    expect: { ...server, framework: 'nuxt', output: '.output', start: 'node .output/server/index.mjs', port: 3000 },
  },
  {
    name: 'Nuxt 2',
    scripts: { build: 'nuxt build', start: 'nuxt start' },
    dependencies: ['nuxt@2'],
    expect: { kind: 'ssr', start: 'npm start' },
  },
  {
    name: 'SvelteKit, Amplify adapter',
    scripts: viteScripts,
    dependencies: ['@sveltejs/kit@2', 'amplify-adapter'],
    files: {
      'svelte.config.js': "import adapter from 'amplify-adapter'\nexport default { kit: { adapter: adapter() } }",
    },
    expect: { kind: 'ssr', framework: 'sveltekit', output: 'build', start: null, remarks: [] },
  },
  {
    name: 'Astro, Amplify adapter',
    scripts: { build: 'astro build' },
    dependencies: ['astro@5', 'astro-aws-amplify'],
    files: {
      'astro.config.mjs':
        "import amplify from 'astro-aws-amplify'\nexport default defineConfig({ output: 'server', adapter: amplify() })",
    },
    expect: { kind: 'ssr', framework: 'astro', output: '.amplify-hosting', start: null, remarks: [] },
  },
  {
    name: 'SvelteKit, Node adapter',
    scripts: { build: 'vite build', preview: 'vite preview' },
    dependencies: ['@sveltejs/kit@2', 'vite@7'],
    files: { 'svelte.config.js': "import adapter from '@sveltejs/adapter-node';" },
    expect: { ...server, framework: 'sveltekit', output: 'build', start: 'node build', port: 3000 },
  },
  {
    name: 'Astro, Node adapter',
    scripts: { build: 'astro build', start: 'astro dev' },
    dependencies: ['astro@5', '@astrojs/node@9'],
    files: {
      'astro.config.mjs':
        "import node from '@astrojs/node';\nexport default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) })",
    },
    expect: {
      ...server,
      framework: 'astro',
      output: 'dist',
      start: 'HOST=0.0.0.0 node ./dist/server/entry.mjs',
      port: 4321,
    },
  },
  {
    name: 'D6 Remix on Vite',
    scripts: { build: 'remix vite:build', start: 'remix-serve ./build/server/index.js' },
    dependencies: ['@remix-run/node@2', '@remix-run/react@2', '@remix-run/dev@2', 'vite@5'],
    files: { 'vite.config.ts': '' },
    expect: { ...server, framework: 'remix', output: 'build', start: 'npm start', port: 3000 },
  },
  {
    name: 'create-react-router',
    scripts: { build: 'react-router build', start: 'react-router-serve ./build/server/index.js' },
    dependencies: ['@react-router/node@7', '@react-router/serve@7', '@react-router/dev@7', 'vite@7'],
    files: { 'react-router.config.ts': 'export default { ssr: true } satisfies Config' },
    expect: { ...server, framework: 'react-router', output: 'build', start: 'npm start', port: 3000 },
  },
  {
    name: 'TanStack Start on Nitro',
    scripts: { build: 'vite build', start: 'node .output/server/index.mjs' },
    dependencies: ['@tanstack/react-start', 'vite@7', 'nitro@3'],
    expect: { ...server, framework: 'tanstack-start', output: '.output', start: 'npm start', port: 3000 },
  },
  {
    name: 'SolidStart',
    scripts: { build: 'vinxi build', start: 'vinxi start' },
    dependencies: ['@solidjs/start', 'vinxi'],
    files: { 'app.config.ts': '' },
    expect: { ...server, framework: 'solid-start', output: '.output', start: 'node .output/server/index.mjs' },
  },
  {
    name: 'Angular with server rendering',
    scripts: { build: 'ng build', start: 'ng serve', 'serve:ssr:shop': 'node dist/shop/server/server.mjs' },
    dependencies: ['@angular/core@20', '@angular/ssr@20', 'express@5'],
    files: {
      'angular.json': JSON.stringify({
        projects: {
          shop: {
            architect: {
              build: {
                builder: '@angular/build:application',
                options: { outputMode: 'server', ssr: { entry: 'src/server.ts' } },
              },
            },
          },
        },
      }),
      'src/app/app.routes.server.ts': "export const serverRoutes = [{ path: '**', renderMode: RenderMode.Server }]",
      'src/server.ts': "const port = process.env['PORT'] || 4000;",
    },
    expect: { ...server, framework: 'angular', output: 'dist/shop', start: 'npm run serve:ssr:shop', port: 4000 },
  },
  {
    name: 'Vite with a server bundle',
    scripts: {
      build: 'npm run build:client && npm run build:server',
      'build:client': 'vite build --outDir dist/client',
      'build:server': 'vite build --outDir dist/server --ssr src/entry-server.js',
      preview: 'cross-env NODE_ENV=production node server',
    },
    dependencies: ['vite@7', 'express@5'],
    files: {
      ...page,
      'server.js': "const port = process.env.PORT || 5173\nimport express from 'express'\napp.listen(port)",
    },
    expect: { kind: 'ssr', framework: 'vite', start: 'npm run preview', port: 5173 },
  },
]

describe('templates of pages', () => {
  it.each(pages)('$name', (template) => {
    expect(appFrom(template)).toMatchObject(template.expect)
  })
})

describe('templates that are rendered on a server', () => {
  it.each(rendered)('$name', (template) => {
    expect(appFrom(template)).toMatchObject(template.expect)
  })
})

it('G2 Next.js among the packages, and nothing that uses it', () => {
  const json = packageJson({ private: true, dependencies: { next: '^15.0.0' } })
  expect(surveyOf({ 'package.json': json, 'next.config.mjs': 'export default {}' }).apps).toEqual([])
})
