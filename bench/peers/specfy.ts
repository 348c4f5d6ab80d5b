import { relative } from 'node:path'
import { analyser, FSProvider, flatten } from '@specfy/stack-analyser'
import '@specfy/stack-analyser/dist/autoload.js'
import { kindOf, nothing, type Peer, planOf } from './peer.ts'

const frameworks = [
  ...[
    'nextjs',
    'nuxtjs',
    'remix',
    'sveltekit',
    'astro',
    'gatsby',
    'angular',
    'docusaurus',
    'eleventy',
    'hugo',
    'jekyll',
    'vite',
    'react',
    'vuejs',
    'svelte',
    'ember',
  ],
  ...[
    'nestjs',
    'fastify',
    'express',
    'koa',
    'hono',
    'hapi',
    'fastapi',
    'flask',
    'django',
    'rails',
    'laravel',
    'spring',
    'phoenix',
    'streamlit',
    'aws_cdk',
    'serverless',
    'sst',
  ],
]
const managers = ['pnpm', 'yarn', 'bun', 'npm', 'poetry', 'uv', 'pip', 'bundler', 'composer', 'maven', 'gradle']
const languages: Readonly<Record<string, string>> = {
  nodejs: 'node',
  python: 'python',
  golang: 'go',
  java: 'java',
  ruby: 'ruby',
  php: 'php',
  dotnet: 'dotnet',
  rust: 'rust',
  elixir: 'elixir',
}

/** `@specfy/stack-analyser`: every component that lies in a folder of its own and uses a framework. */
export const specfy: Peer = {
  id: 'specfy',
  fields: ['outcome', 'apps', 'kind', 'language', 'framework', 'packageManager'],
  detect: async (directory) => {
    const found = flatten(await analyser({ provider: new FSProvider({ path: directory }) })).toJson()
    const apps = [found, ...found.childs].flatMap((component) => {
      const framework = frameworks.find((name) => component.techs.some((tech) => tech === name))
      if (framework === undefined) return []
      const manager = managers.find((name) => component.techs.some((tech) => tech === name)) ?? null
      const language =
        Object.entries(languages).find(([name]) => component.techs.some((tech) => tech === name))?.[1] ?? null
      return [
        {
          ...nothing,
          root: rootOf(directory, component.path[0]),
          kind: kindOf(framework),
          language,
          framework,
          packageManager: manager,
        },
      ]
    })
    return planOf(apps)
  },
}

function rootOf(directory: string, path: string | undefined): string {
  if (path === undefined || path === '/') return '.'
  return relative(directory, path.replace(/\/[^/]+\.\w+$/, '')) || '.'
}
