import type { Framework } from './framework.ts'
import { argument, folder, outputOf } from './read.ts'

interface Row {
  readonly id: string
  readonly packages: readonly string[]
  readonly builds: readonly string[]
  readonly output: string
  readonly configs?: readonly string[]
  /** Options of the build command and keys of the config that set the output folder. */
  readonly options?: readonly string[]
  readonly keys?: readonly string[]
  readonly spa?: boolean
  /** The build command's argument after so many words is the folder that the output lies in. */
  readonly rootAfter?: number
  /** It counts only where a script builds with it. */
  readonly scriptOnly?: boolean
}

/** Tools that write plain files, and of which a folder is all there is to know. Sources: the tools' own documentation, read 2026-11. */
const rows: readonly Row[] = [
  {
    id: 'docusaurus',
    packages: ['@docusaurus/core', 'docusaurus'],
    builds: ['docusaurus build', 'docusaurus-build'],
    output: 'build',
    configs: ['docusaurus.config', 'siteConfig'],
    options: ['--out-dir'],
    rootAfter: 2,
  },
  {
    id: 'eleventy',
    packages: ['@11ty/eleventy'],
    builds: ['eleventy', '@11ty/eleventy', 'cmd-eleventy'],
    output: '_site',
    configs: ['.eleventy', 'eleventy.config'],
    options: ['--output'],
    keys: ['output'],
  },
  {
    id: 'vitepress',
    packages: ['vitepress'],
    builds: ['vitepress build'],
    output: '.vitepress/dist',
    options: ['--outDir'],
    rootAfter: 2,
    scriptOnly: true,
  },
  {
    id: 'vuepress',
    packages: ['vuepress', '@vuepress/cli', 'vuepress-vite', 'vuepress-webpack'],
    builds: ['vuepress build', 'vuepress-vite build', 'vuepress-webpack build'],
    output: '.vuepress/dist',
    options: ['--dest', '-d'],
    rootAfter: 2,
    scriptOnly: true,
  },
  {
    id: 'ember',
    packages: ['ember-cli', 'ember-source'],
    builds: ['ember build', 'ember b'],
    output: 'dist',
    configs: ['ember-cli-build', '.ember-cli'],
    options: ['--output-path', '-o'],
    spa: true,
  },
  {
    id: 'preact-cli',
    packages: ['preact-cli'],
    builds: ['preact build'],
    output: 'build',
    configs: ['preact.config'],
    options: ['--dest'],
    spa: true,
  },
  {
    id: 'gridsome',
    packages: ['gridsome'],
    builds: ['gridsome build'],
    output: 'dist',
    configs: ['gridsome.config'],
    keys: ['outputDir'],
  },
  { id: 'hexo', packages: ['hexo'], builds: ['hexo generate', 'hexo g'], output: 'public', configs: ['_config.yml'] },
  {
    id: 'umi',
    packages: ['umi', '@umijs/max'],
    builds: ['umi build', 'max build'],
    output: 'dist',
    configs: ['.umirc', 'config/config'],
    keys: ['outputPath'],
    spa: true,
  },
  {
    id: 'ice',
    packages: ['@ice/app', 'ice.js'],
    builds: ['ice build', 'icejs build'],
    output: 'build',
    configs: ['ice.config'],
    keys: ['outputDir'],
    spa: true,
  },
  {
    id: 'modern-js',
    packages: ['@modern-js/app-tools'],
    builds: ['modern build'],
    output: 'dist',
    configs: ['modern.config'],
    keys: ['distPath'],
    spa: true,
  },
  {
    id: 'rsbuild',
    packages: ['@rsbuild/core'],
    builds: ['rsbuild build'],
    output: 'dist',
    configs: ['rsbuild.config'],
    keys: ['distPath'],
    spa: true,
  },
  {
    id: 'rspress',
    packages: ['rspress', '@rspress/core'],
    builds: ['rspress build'],
    output: 'doc_build',
    configs: ['rspress.config'],
    keys: ['outDir'],
  },
  {
    id: 'farm',
    packages: ['@farmfe/cli', '@farmfe/core'],
    builds: ['farm build'],
    output: 'dist',
    configs: ['farm.config'],
    spa: true,
  },
  {
    id: 'quasar',
    packages: ['@quasar/app-vite', '@quasar/app-webpack', '@quasar/app'],
    builds: ['quasar build'],
    output: 'dist/spa',
    configs: ['quasar.config', 'quasar.conf'],
    keys: ['distDir'],
    spa: true,
  },
  {
    id: 'stencil',
    packages: ['@stencil/core'],
    builds: ['stencil build'],
    output: 'www',
    configs: ['stencil.config'],
    spa: true,
  },
  {
    id: 'snowpack',
    packages: ['snowpack'],
    builds: ['snowpack build'],
    output: 'build',
    configs: ['snowpack.config'],
    keys: ['out'],
    spa: true,
  },
  {
    id: 'parcel',
    packages: ['parcel', 'parcel-bundler'],
    builds: ['parcel build'],
    output: 'dist',
    options: ['--dist-dir', '-d', '--out-dir'],
    spa: true,
    scriptOnly: true,
  },
  {
    id: 'expo',
    packages: ['expo'],
    builds: ['expo export'],
    output: 'dist',
    options: ['--output-dir'],
    spa: true,
    scriptOnly: true,
  },
  {
    id: 'ionic',
    packages: ['@ionic/cli', '@ionic/app-scripts'],
    builds: ['ionic build', 'ionic-app-scripts build'],
    output: 'www',
    configs: ['ionic.config'],
    spa: true,
    scriptOnly: true,
  },
  {
    id: 'slidev',
    packages: ['@slidev/cli'],
    builds: ['slidev build'],
    output: 'dist',
    options: ['--out', '-o'],
    spa: true,
  },
  {
    id: 'antora',
    packages: ['antora', '@antora/cli'],
    builds: ['antora'],
    output: 'build/site',
    options: ['--to-dir'],
    configs: ['antora-playbook.yml'],
  },
  { id: 'metalsmith', packages: ['metalsmith'], builds: ['metalsmith'], output: 'build', configs: ['metalsmith'] },
  {
    id: 'elder',
    packages: ['@elderjs/elderjs'],
    builds: ['elderjs build'],
    output: 'public',
    configs: ['elder.config'],
    keys: ['distDir'],
  },
  { id: 'lume', packages: ['lume'], builds: ['lume'], output: '_site', scriptOnly: true },
  {
    id: 'brunch',
    packages: ['brunch'],
    builds: ['brunch build', 'brunch b'],
    output: 'public',
    configs: ['brunch-config'],
    spa: true,
  },
  {
    id: 'poi',
    packages: ['poi'],
    builds: ['poi build', 'poi'],
    output: 'dist',
    configs: ['poi.config'],
    spa: true,
    scriptOnly: true,
  },
  { id: 'wmr', packages: ['wmr'], builds: ['wmr build'], output: 'dist', spa: true },
  {
    id: 'polymer',
    packages: ['polymer-cli'],
    builds: ['polymer build'],
    output: 'build/default',
    configs: ['polymer'],
    spa: true,
  },
  {
    id: 'elm',
    packages: ['elm-spa', 'elm-app', 'create-elm-app'],
    builds: ['elm-app build', 'elm-spa build'],
    output: 'build',
    spa: true,
    scriptOnly: true,
  },
  {
    id: 'storybook',
    packages: [
      'storybook',
      '@storybook/react',
      '@storybook/vue3',
      '@storybook/html',
      '@storybook/angular',
      '@storybook/web-components',
      '@storybook/svelte',
    ],
    builds: ['storybook build', 'build-storybook'],
    output: 'storybook-static',
    options: ['--output-dir', '-o'],
    scriptOnly: true,
  },
]

function toFramework(row: Row): Framework {
  const command = row.builds[0] ?? row.id
  return {
    id: row.id,
    packages: row.packages,
    configs: row.configs ?? [],
    builds: row.builds,
    describe: (project, use) => {
      if (row.scriptOnly && use.script === null) return null
      const root = folder((row.rootAfter === undefined ? null : argument(use.build, row.rootAfter)) ?? '.')
      const fallback = root === '.' ? row.output : `${root}/${row.output}`
      return {
        kind: 'static',
        spa: row.spa ?? false,
        build: command,
        ...outputOf(project, use, { options: row.options ?? [], keys: row.keys ?? [], fallback }),
      }
    },
  }
}

/** Storybook last: it is a part of many apps, and the app itself only in a library of components. */
export const staticTools: readonly Framework[] = rows.map(toFramework)
