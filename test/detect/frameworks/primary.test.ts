import { expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'

const manifest = (scripts: Readonly<Record<string, string>>, ...packages: readonly string[]) =>
  JSON.stringify({ scripts, dependencies: Object.fromEntries(packages.map((name) => [name, '^1.0.0'])) })

it('D8 of two frameworks the primary one counts: SvelteKit, and not the Vite that builds it', () => {
  const files = {
    'package.json': manifest({ build: 'vite build' }, '@sveltejs/kit', '@sveltejs/adapter-node', 'svelte', 'vite'),
    'vite.config.js': 'export default {}',
    'svelte.config.js':
      "import adapter from '@sveltejs/adapter-node'\nexport default { kit: { adapter: adapter() } }\n",
  }
  expect(appOf(files)).toMatchObject({ framework: 'sveltekit', kind: 'ssr' })
})

it('D8 of two frameworks the primary one counts: Waku, and not the Hono that it serves with', () => {
  expect(
    appOf({ 'package.json': manifest({ build: 'waku build', start: 'waku start' }, 'waku', 'hono', 'react') }),
  ).toMatchObject({ framework: 'waku', kind: 'ssr' })
})
