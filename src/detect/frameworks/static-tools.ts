import type { Framework } from './framework.ts'
import { appBuilders } from './static-tools/app-builders.ts'
import { bundlers } from './static-tools/bundlers.ts'
import { documentSites } from './static-tools/document-sites.ts'
import { siteGenerators } from './static-tools/site-generators.ts'
import { type StaticTool, toFramework } from './static-tools/static-tool.ts'

/** A part of many apps, and the app itself only in a library of components: it stands last. */
const storybook: StaticTool = {
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
}

/** Tools that write plain files and need no more than a row: the name, the packages, the build command, the folder. */
export const staticTools: readonly Framework[] = [
  ...documentSites,
  ...siteGenerators,
  ...appBuilders,
  ...bundlers,
  storybook,
].map(toFramework)
