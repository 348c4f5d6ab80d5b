import type { Texts } from '../../text.ts'
import type { NodeProject } from '../node/project.ts'
import { expressionOf, literal, setting } from '../source.ts'
import type { Framework, Use, Web } from './framework.ts'
import { configProof, outputOf } from './read.ts'

/** Astro: static unless an adapter and `output: 'server'` make it a server (case G24). https://docs.astro.build/en/guides/on-demand-rendering/ */
export const astro: Framework = {
  id: 'astro',
  packages: ['astro'],
  configs: ['astro.config'],
  builds: ['astro build', 'astro-build'],
  describe: (project, use) => {
    const out = outputOf(
      project,
      use,
      { options: ['--outDir', '--out-dir'], keys: ['outDir'], fallback: 'dist' },
      project.place.texts,
    )
    const adapter = adapterOf(use.source)
    if (!rendersOnDemand(project, use, adapter)) return { kind: 'static', build: 'astro build', ...out }
    if (adapter === amplifyAdapter) return amplified(project, use)
    return adapter === '@astrojs/node'
      ? server(project, use, out.output ?? 'dist')
      : foreign(adapter, out.output, project.place.texts)
  },
}

/** Writes what Amplify Hosting runs: https://github.com/alexnguyennz/astro-aws-amplify (read 2026-11). */
const amplifyAdapter = 'astro-aws-amplify'

/** The package of the adapter that the config hands to `adapter:`; an adapter that is only imported does not count. */
function adapterOf(source: string): string | null {
  const used = /^([A-Za-z_$][\w$]*)/.exec(expressionOf(source, 'adapter') ?? '')?.[1]
  if (!used) return null
  const imported = new RegExp(`import\\s+(?:\\{[^}]*\\b)?${used.replaceAll('$', '\\$')}\\b[^'"]*['"]([^'"]+)['"]`).exec(
    source,
  )?.[1]
  const required = new RegExp(`\\b${used.replaceAll('$', '\\$')}\\s*=\\s*require\\(['"]([^'"]+)['"]`).exec(source)?.[1]
  return imported ?? required ?? null
}

function rendersOnDemand({ place }: NodeProject, use: Use, adapter: string | null): boolean {
  const output = literal(expressionOf(use.source, 'output') ?? '')
  if (output === 'server' || output === 'hybrid') return true
  if (output === 'static' || adapter === null)
    return output === 'static' && adapter === '@astrojs/node' && hasEndpoints(place)
  return adapter === '@astrojs/node' || adapter === amplifyAdapter
}

// From Astro 5 on a static site may hold single pages that are rendered on demand; actions always are.
function hasEndpoints(place: NodeProject['place']): boolean {
  return (
    place.repository.folder(place.at('src/actions')) !== undefined ||
    place.repository.folder(place.at('src/pages/api')) !== undefined
  )
}

function server(project: NodeProject, use: Use, output: string): Web {
  const entry = `${output}/server/entry.mjs`
  const standalone = setting(use.source, 'mode') !== 'middleware'
  return {
    kind: 'ssr',
    output,
    build: 'astro build',
    starts: [`node ${entry}`],
    // Without HOST it listens on localhost only, where nothing outside of a container reaches it.
    start: standalone ? `HOST=0.0.0.0 node ./${entry}` : null,
    port: 4321,
    honoursPort: true,
    proofs: use.config === null ? [] : [configProof(project, use.config, 'adapter', 'adapter: @astrojs/node')],
  }
}

function amplified(project: NodeProject, use: Use): Web {
  const proof = use.config === null ? [] : [configProof(project, use.config, 'adapter', `adapter: ${amplifyAdapter}`)]
  return { kind: 'ssr', output: '.amplify-hosting', build: 'astro build', proofs: proof }
}

function foreign(adapter: string | null, output: string | null, texts: Texts): Web {
  const remark = adapter ? texts.seen.astroAdapter(adapter) : texts.seen.astroNoAdapter
  return { kind: 'ssr', output, build: 'astro build', remarks: [remark] }
}
