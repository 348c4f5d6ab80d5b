import type { StaticTool } from './static-tool.ts'

/** Tools that make a site of Markdown documents or slides. Sources: the tools' own documentation, read 2026-11. */
export const documentSites: readonly StaticTool[] = [
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
    id: 'rspress',
    packages: ['rspress', '@rspress/core'],
    builds: ['rspress build'],
    output: 'doc_build',
    configs: ['rspress.config'],
    keys: ['outDir'],
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
]
