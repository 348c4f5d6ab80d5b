import type { StaticTool } from './static-tool.ts'

/** Static site generators on Node. Sources: the tools' own documentation, read 2026-11. */
export const siteGenerators: readonly StaticTool[] = [
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
    id: 'gridsome',
    packages: ['gridsome'],
    builds: ['gridsome build'],
    output: 'dist',
    configs: ['gridsome.config'],
    keys: ['outputDir'],
  },
  { id: 'hexo', packages: ['hexo'], builds: ['hexo generate', 'hexo g'], output: 'public', configs: ['_config.yml'] },
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
]
