import type { Texts } from '../../text.ts'
import type { NodeProject } from '../node/project.ts'
import { setting } from '../source.ts'
import type { Framework, Use, Web } from './framework.ts'
import { configProof, folder } from './read.ts'

/** SvelteKit: its adapter decides what it becomes (case G24). https://svelte.dev/docs/kit/adapters (read 2026-11) */
export const sveltekit: Framework = {
  id: 'sveltekit',
  packages: ['@sveltejs/kit'],
  configs: ['svelte.config'],
  builds: ['vite build', 'svelte-kit build'],
  describe: (project, use) => {
    const adapter = adapterOf(project, use)
    if (adapter === '@sveltejs/adapter-static') return pages(project, use, project.place.texts)
    if (adapter === '@sveltejs/adapter-node') return server(project, use, project.place.texts)
    if (adapter === 'amplify-adapter') return amplified(project, use, project.place.texts)
    return foreign(adapter, project.place.texts)
  },
}

// The config imports the adapter; a package that is only installed decides where the config cannot be read.
function adapterOf({ manifest }: NodeProject, use: Use): string | null {
  const imported = /(?:from|require\()\s*['"]((?:@sveltejs\/|@?[\w-]+\/?)[\w./-]*adapter[\w-]*)['"]/.exec(
    use.source,
  )?.[1]
  return imported ?? [...manifest.all.keys()].find((name) => /adapter-(static|node)$/.test(name)) ?? null
}

const line = (project: NodeProject, use: Use, says: string) =>
  use.config === null ? {} : { outputProof: configProof(project, use.config, 'adapter', says) }

function pages(project: NodeProject, use: Use, texts: Texts): Web {
  const fallback = setting(use.source, 'fallback') !== null
  return {
    kind: 'static',
    spa: fallback,
    output: folder(setting(use.source, 'pages') ?? 'build'),
    build: 'vite build',
    ...line(project, use, texts.seen.adapterStatic),
  }
}

function server(project: NodeProject, use: Use, texts: Texts): Web {
  const out = folder(setting(use.source, 'out') ?? 'build')
  return {
    kind: 'ssr',
    output: out,
    build: 'vite build',
    starts: [`node ${out}`],
    start: `node ${out}`,
    port: 3000,
    honoursPort: true,
    ...line(project, use, texts.seen.adapterNode),
  }
}

// https://github.com/gzimbron/amplify-adapter (read 2026-11)
function amplified(project: NodeProject, use: Use, texts: Texts): Web {
  const output = folder(setting(use.source, 'out') ?? 'build')
  return {
    kind: 'ssr',
    output,
    build: 'vite build',
    ...line(project, use, texts.seen.adapterAmplify),
  }
}

function foreign(adapter: string | null, texts: Texts): Web {
  const name = adapter ?? '@sveltejs/adapter-auto'
  return {
    kind: 'ssr',
    output: null,
    build: 'vite build',
    remarks: [texts.seen.svelteForeign(name)],
  }
}
