import { describe, expect, it } from 'vitest'
import { baseDirectory } from '../../src/targets/amplify/build-spec.ts'
import { hosting, needsCompute } from '../../src/targets/amplify/hosting.ts'
import { textsIn } from '../../src/text.ts'
import { appOf } from '../survey-of.ts'

const json = (value: unknown) => JSON.stringify(value, null, 2)

const next = {
  'package.json': json({ scripts: { build: 'next build' }, dependencies: { next: '15.0.0', react: '19' } }),
}
const svelte = (adapter: string) => ({
  'package.json': json({
    scripts: { build: 'vite build' },
    devDependencies: { '@sveltejs/kit': '2', [adapter]: '1', vite: '7' },
  }),
  'svelte.config.js': `import adapter from '${adapter}'\nexport default { kit: { adapter: adapter() } }`,
})
const nuxt = (preset: string) => ({
  'package.json': json({ scripts: { build: 'nuxt build' }, dependencies: { nuxt: '4.0.0' } }),
  'nuxt.config.ts': `export default defineNuxtConfig({ nitro: { preset: '${preset}' } })`,
})

describe('G24 the platform of Amplify and the published folder follow what the build makes', () => {
  it.each([
    ['Next.js that exports', { ...next, 'next.config.mjs': "export default { output: 'export' }" }, false, 'out'],
    ['Next.js with a server', { ...next, 'next.config.mjs': 'export default {}' }, true, '.next'],
    ['SvelteKit with adapter-static', svelte('@sveltejs/adapter-static'), false, 'build'],
    ['SvelteKit with amplify-adapter', svelte('amplify-adapter'), true, 'build'],
    ['Nuxt with the preset static', nuxt('static'), false, '.output/public'],
    ['Nuxt with the preset aws-amplify', nuxt('aws-amplify'), true, '.amplify-hosting'],
    ['Nuxt with a server', nuxt('node-server'), true, '.amplify-hosting'],
  ])('G24 %s', (_, files, compute, folder) => {
    const app = appOf(files)
    expect(hosting(app, textsIn('en')).ok).toBe(true)
    expect({ compute: needsCompute(app), folder: baseDirectory(app) }).toEqual({ compute, folder })
  })

  it('G24 SvelteKit with adapter-node is no site of Amplify', () => {
    const app = appOf(svelte('@sveltejs/adapter-node'))
    expect(app).toMatchObject({ kind: 'ssr', output: 'build', start: 'node build' })
    expect(hosting(app, textsIn('en')).ok).toBe(false)
  })
})
