import type { Texts } from '../../text.ts'
import type { NodeProject } from '../node/project.ts'
import { expressionOf } from '../source.ts'
import type { Framework, Use, Web } from './framework.ts'
import { elsewhere, nitroPreset, nitroServer, type Preset } from './nitro-preset.ts'

const foreign = (build: string, preset: Preset, texts: Texts): Web => ({
  kind: 'ssr',
  output: '.output',
  build,
  remarks: [texts.seen.nitroPreset(preset.name)],
  proofs: [preset.proof],
})

function onNitro(project: NodeProject, use: Use, build: string, texts: Texts): Web {
  const preset = nitroPreset(project, use)
  if (preset && /^static$|static$|pages$/.test(preset.name))
    return { kind: 'static', output: '.output/public', build, proofs: [preset.proof] }
  return preset && elsewhere(preset.name) ? foreign(build, preset, texts) : nitroServer(build, preset)
}

/** TanStack Start: built by Vite with Nitro (earlier by Vinxi). Without Nitro the server bundle needs a host of its own. */
export const tanstackStart: Framework = {
  id: 'tanstack-start',
  packages: ['@tanstack/react-start', '@tanstack/solid-start', '@tanstack/start'],
  configs: ['vite.config', 'app.config'],
  builds: ['vite build', 'vinxi build'],
  describe: (project, use) => {
    const { all } = project.manifest
    if (/\bspa\s*:\s*\{[^}]*enabled\s*:\s*true/.test(use.source))
      return { kind: 'static', spa: true, output: 'dist/client', build: 'vite build' }
    const onVinxi =
      all.has('vinxi') ||
      all.has('nitro') ||
      all.has('nitro-nightly') ||
      all.has('nitropack') ||
      all.has('@tanstack/nitro-v2-vite-plugin')
    if (onVinxi) return onNitro(project, use, 'vite build', project.place.texts)
    return { ...nitroServer('vite build', null), output: 'dist', start: null, starts: ['node', 'srvx'] }
  },
}

/** SolidStart, on Vinxi or Vite with Nitro. */
export const solidStart: Framework = {
  id: 'solid-start',
  packages: ['@solidjs/start', 'solid-start'],
  configs: ['app.config', 'vite.config'],
  builds: ['vinxi build', 'vite build', 'solid-start build'],
  describe: (project, use) =>
    expressionOf(use.source, 'ssr') === 'false' && nitroPreset(project, use)?.name === 'static'
      ? { kind: 'static', spa: true, output: '.output/public', build: 'vinxi build' }
      : onNitro(project, use, 'vinxi build', project.place.texts),
}

/** Analog: Angular on Vite and Nitro. */
export const analog: Framework = {
  id: 'analog',
  packages: ['@analogjs/platform'],
  configs: ['vite.config'],
  builds: ['vite build', 'ng build'],
  describe: (project, use) =>
    expressionOf(use.source, 'ssr') === 'false' || expressionOf(use.source, 'static') === 'true'
      ? { kind: 'static', spa: true, output: 'dist/analog/public', build: 'vite build' }
      : {
          ...nitroServer('vite build', nitroPreset(project, use)),
          output: 'dist/analog',
          starts: ['node dist/analog/server/index.mjs'],
          start: 'node dist/analog/server/index.mjs',
        },
}

/** Nitro on its own: a server without pages. */
export const nitro: Framework = {
  id: 'nitro',
  packages: ['nitropack', 'nitro', 'nitro-nightly', 'nitropack-nightly'],
  configs: ['nitro.config'],
  builds: ['nitro build', 'nitropack build', 'vite build'],
  describe: (project, use) => {
    if (use.config === null && !use.build?.words[0]?.startsWith('nitro')) return null
    const web = onNitro(project, use, 'nitro build', project.place.texts)
    return web.kind === 'ssr' ? { ...web, kind: 'server' } : web
  },
}
